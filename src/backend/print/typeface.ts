import { create, type Font } from 'fontkit';
import type { Fonts } from './printer';

/** Stands for a character that cannot be printed. */
const BOX = '□';

export interface Typeface {
  readonly regular: Font;
  readonly semiBold: Font;
  /**
   * Makes a text printable: a character that one of the fonts lacks becomes a box, and what would move the others about
   * (line breaks, marks of direction) becomes a blank or a box.
   */
  readonly printable: (text: string) => string;
}

const known = new WeakMap<Fonts, Typeface>();

/** The fonts, taken apart once for all documents. */
export function typefaceOf(fonts: Fonts): Typeface {
  let typeface = known.get(fonts);
  if (!typeface) {
    const [regular, semiBold] = [parse(fonts.regular), parse(fonts.semiBold)];
    const [one, other] = [new Set(regular.characterSet), new Set(semiBold.characterSet)];
    const printable = (text: string) =>
      Array.from(text.normalize('NFC').replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' '), (letter) => {
        const code = letter.codePointAt(0) ?? 0;
        return one.has(code) && other.has(code) && !/\p{C}/u.test(letter) ? letter : BOX;
      }).join('');
    typeface = { regular, semiBold, printable };
    known.set(fonts, typeface);
  }
  return typeface;
}

function parse(bytes: Uint8Array): Font {
  // The types ask for Node's kind of bytes; any kind will do.
  const font = create(bytes as Parameters<typeof create>[0]);
  if ('fonts' in font) throw new Error('The file holds several fonts.');
  return font;
}
