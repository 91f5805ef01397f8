import regular from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?url';
import semiBold from '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf?url';
import type { Fonts } from '../../print/printer';

/** The fonts of printed documents, from where the site is served. */
export async function fetchFonts(): Promise<Fonts> {
  return { regular: await bytesAt(regular), semiBold: await bytesAt(semiBold) };
}

async function bytesAt(address: string): Promise<Uint8Array> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The font is not served (${answer.status}): ${address}`);
  return new Uint8Array(await answer.arrayBuffer());
}
