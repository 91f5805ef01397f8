/**
 * The kinds of error that a screen tells apart. Recognised by name and shape, because this room may not import the
 * client that throws them.
 */
export type Failure =
  { kind: 'refusal'; status: number; description: string } | { kind: 'transport' } | { kind: 'fault' };

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { kind: 'fault' };
  if (error.name === 'TransportError') return { kind: 'transport' };
  if (error.name === 'RefusalError' && 'status' in error && typeof error.status === 'number') {
    return { kind: 'refusal', status: error.status, description: error.message };
  }
  return { kind: 'fault' };
}

/** Only an answer that never arrived is worth asking for again by itself. */
export function isTransportFailure(error: unknown): boolean {
  return failureOf(error).kind === 'transport';
}
