/** `npm run emulator`: reads the flags, starts the emulator, ends it on Ctrl-C. */
import { parseArgs } from 'node:util';
import { WorldFileError } from '../../storage/file';
import { EmulatorOptionError, startEmulator, type EmulatorOptions } from './emulator';

const USAGE =
  'Usage: npm run emulator -- [--port 4010] [--host 127.0.0.1] [--scenario NAME | --world FILE] [--rate-limit N]';

/** The person asked for something that cannot be. */
class UsageError extends Error {}

function readOptions(args: string[]): EmulatorOptions | 'help' {
  const { values } = parse(args);
  if (values.help) return 'help';
  if (values.scenario !== undefined && values.world !== undefined) {
    throw new UsageError(
      '--scenario starts a world in memory and --world goes on with the one in a file: use one of them.',
    );
  }
  const port = values.port === undefined ? undefined : wholeNumber('--port', values.port, 0, 65_535);
  const rateLimit =
    values['rate-limit'] === undefined ? undefined : wholeNumber('--rate-limit', values['rate-limit'], 1, 1_000_000);
  return {
    ...(port !== undefined && { port }),
    ...(values.host !== undefined && { host: notEmpty('--host', values.host) }),
    ...(values.scenario !== undefined && { scenario: notEmpty('--scenario', values.scenario) }),
    ...(values.world !== undefined && { world: notEmpty('--world', values.world) }),
    ...(rateLimit !== undefined && { rateLimit }),
  };
}

function parse(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args,
      allowPositionals: false,
      options: {
        port: text,
        host: text,
        scenario: text,
        world: text,
        'rate-limit': text,
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function wholeNumber(flag: string, text: string, min: number, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new UsageError(`${flag} takes a whole number from ${min} to ${max}, not "${text}".`);
}

function notEmpty(flag: string, text: string): string {
  if (text.trim() === '') throw new UsageError(`${flag} needs a value.`);
  return text;
}

function say(stream: NodeJS.WriteStream, text: string): void {
  stream.write(`${text}\n`);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    say(process.stdout, USAGE);
    return;
  }
  // The last line of defence of "no request stops it": what slips through everything else is reported, not obeyed.
  process.on('uncaughtException', (cause) => say(process.stderr, `Unexpected: ${cause.stack ?? cause.message}`));
  process.on('unhandledRejection', (cause) => say(process.stderr, `Unexpected: ${String(cause)}`));

  const { url, close } = await startEmulator(options);
  let isEnding = false;
  const end = (): void => {
    // One Ctrl-C can arrive twice: from the terminal and through npm.
    if (isEnding) return;
    isEnding = true;
    void close().then(
      () => process.exit(0),
      (cause: unknown) => {
        say(process.stderr, String(cause));
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  endWithNpm(end);
  say(process.stdout, `Partner Center emulator ready at ${url}`);
}

/** Who ends `npm run` with a signal ends only npm and its shell; the emulator notices that the shell is gone. */
function endWithNpm(end: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) end();
  }, 500).unref();
}

main().catch((cause: unknown) => {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof UsageError || cause instanceof EmulatorOptionError) {
    say(process.stderr, `${message}\n${USAGE}`);
    process.exit(2);
  }
  const isKnown = cause instanceof WorldFileError || (cause as NodeJS.ErrnoException).code !== undefined;
  say(process.stderr, isKnown || !(cause instanceof Error) ? message : (cause.stack ?? message));
  process.exit(1);
});
