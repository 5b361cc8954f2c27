/** Pictures of this process. What paints them is loaded at the first one: most processes never make any. */
import type { PngMaker } from '#tools/files/png'
import { readFonts } from './pdf.ts'

let made: { sources: Readonly<Record<string, string>>; maker: PngMaker } | undefined

/** The {@link PngMaker} of this process, with the Typst texts that templates may import. */
export const getPngMaker = async (sources: Readonly<Record<string, string>>): Promise<PngMaker> => {
	if (made?.sources === sources) return made.maker
	const { createPngMaker } = await import('#tools/files/png')
	made = { sources, maker: createPngMaker({ fonts: readFonts(), sources }) }
	return made.maker
}
