import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Resvg } from '@resvg/resvg-js'

/** A picture that cannot be set: the template is wrong. A bug, not a person's fault. */
export class PngFault extends Error {
	override name = 'PngFault'
}

/**
 * Sets a picture: the only page of a template, as many pixels wide as it is points.
 *
 * @param template - Typst text; reads its data by `json(bytes(sys.inputs.data))` and imports `/<name>` of `sources`
 * @param data - anything that JSON can carry
 * @throws PngFault
 */
export type PngMaker = (template: string, data: unknown) => Uint8Array

type PngMakerOptions = {
	/** TrueType or OpenType files. */
	fonts: readonly Uint8Array[]
	/** Typst texts that templates may import, by name: `paper.typ`. */
	sources: Readonly<Record<string, string>>
}

/** A root that does not exist: a template reads what it is given, and no file of the machine. */
const workspace = '/thiqa-has-no-folder'

/** Compilations after which what was remembered of a document is forgotten: keeps memory flat. */
const keptRounds = 4

/** A point of Typst is 4/3 of a pixel of CSS. */
const pixelAPoint = { mode: 'zoom', value: 0.75 } as const

/** Makes a {@link PngMaker}; loading the fonts takes about 100 ms, so make one and keep it. */
export const createPngMaker = ({ fonts, sources }: PngMakerOptions): PngMaker => {
	const compiler = NodeCompiler.create({
		workspace,
		fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
	})
	for (const [name, text] of Object.entries(sources)) compiler.addSource(`${workspace}/${name}`, text)
	return (template, data) => {
		try {
			const svg = compiler.plainSvg({ mainFileContent: template, inputs: { data: JSON.stringify(data) } })
			return Uint8Array.from(
				new Resvg(svg, { fitTo: pixelAPoint, font: { loadSystemFonts: false } }).render().asPng(),
			)
		} catch (error) {
			throw new PngFault(`set a picture: ${error instanceof Error ? error.message : String(error)}`)
		} finally {
			compiler.evictCache(keptRounds)
		}
	}
}
