import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** A document that cannot be set: the template is wrong or asks for a font that is not there. A bug, not a person's fault. */
export class PdfFault extends Error {
	override name = 'PdfFault'
}

/**
 * Sets a document.
 *
 * @param template - Typst text; reads its data by `json(bytes(sys.inputs.data))` and imports `/<name>` of `sources`
 * @param data - anything that JSON can carry
 * @param at - the moment that the file says it was made at
 * @throws PdfFault
 */
export type PdfMaker = (template: string, data: unknown, at: Date) => Uint8Array

type PdfMakerOptions = {
	/** TrueType or OpenType files. */
	fonts: readonly Uint8Array[]
	/** Typst texts that templates may import, by name: `paper.typ`. */
	sources: Readonly<Record<string, string>>
}

/** Compilations after which what was remembered of a document is forgotten: keeps memory flat. */
const keptRounds = 4

/** A root that does not exist: a template reads what it is given, and no file of the machine. */
const workspace = '/thiqa-has-no-folder'

/** Makes a {@link PdfMaker}; loading the fonts takes about 100 ms, so make one and keep it. */
export const createPdfMaker = ({ fonts, sources }: PdfMakerOptions): PdfMaker => {
	const compiler = NodeCompiler.create({
		workspace,
		fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
	})
	for (const [name, text] of Object.entries(sources)) compiler.addSource(`${workspace}/${name}`, text)
	return (template, data, at) => {
		const compiled = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } })
		const { result } = compiled
		if (!result) {
			const faults = compiled.takeDiagnostics()?.shortDiagnostics as { message?: string }[] | undefined
			throw new PdfFault(
				`set a PDF: ${faults?.map(({ message }) => message).join('; ') ?? 'no document came out'}`,
			)
		}
		const file = compiler.pdf(result, {
			pdfStandard: 'ua-1',
			pdfTags: true,
			creationTimestamp: Math.floor(at.getTime() / 1000),
		})
		compiler.evictCache(keptRounds)
		return new Uint8Array(file)
	}
}
