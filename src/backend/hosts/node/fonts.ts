import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Fonts } from '../../print/printer';

const { resolve } = createRequire(import.meta.url);

/** The fonts of printed documents, out of the installed package. */
export async function readFonts(): Promise<Fonts> {
  const [regular, semiBold] = await Promise.all(
    ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'].map(async (file) => {
      const bytes = await readFile(resolve(`@expo-google-fonts/source-sans-3/${file}`));
      return new Uint8Array(bytes);
    }),
  );
  return { regular: regular!, semiBold: semiBold! };
}
