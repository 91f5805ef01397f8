/** Turns statements into PDF. The library and the fonts weigh more than the whole server: they come when first asked for. */
import type { Statement } from '../resources/statement';

/** The two cuts of a TrueType font, as their files hold them. */
export interface Fonts {
  readonly regular: Uint8Array;
  readonly semiBold: Uint8Array;
}

export interface Printer {
  /** Fetches what printing needs; from then on it needs nothing from outside. */
  preload(): Promise<unknown>;
  /** The same statement gives the same bytes. */
  print(statement: Statement): Promise<Uint8Array<ArrayBuffer>>;
}

/** @param readFonts the host knows where they are. */
export function createPrinter(readFonts: () => Promise<Fonts>): Printer {
  let press: Promise<(statement: Statement) => Promise<Uint8Array<ArrayBuffer>>> | undefined;
  const preload = () => {
    press ??= Promise.all([import('./statement-pdf'), readFonts()]).then(
      ([{ statementPdf }, fonts]) =>
        (statement: Statement) =>
          statementPdf(statement, fonts),
      (cause: unknown) => {
        // Without a network for a moment: the next request tries again.
        press = undefined;
        throw cause;
      },
    );
    return press;
  };
  return { preload, print: async (statement) => (await preload())(statement) };
}
