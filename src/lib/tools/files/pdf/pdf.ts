import { NodeCompiler, type CompileDocArgs } from '@myriaddreamin/typst-ts-node-compiler'

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

/** Finds why a template cannot be set; empty when it can, and something that PDF/UA-1 wants is missing in it. */
const explain = (compiler: NodeCompiler, document: CompileDocArgs): string => {
	const faults = compiler.compile(document).takeError()?.shortDiagnostics as
		| { message?: string }[]
		| undefined
	return (faults ?? []).flatMap(({ message }) => message ?? []).join('; ')
}

/** Makes a {@link PdfMaker}; loading the fonts takes about 100 ms, so make one and keep it. */
export const createPdfMaker = ({ fonts, sources }: PdfMakerOptions): PdfMaker => {
	const compiler = NodeCompiler.create({
		workspace,
		fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
	})
	for (const [name, text] of Object.entries(sources)) compiler.addSource(`${workspace}/${name}`, text)
	return (template, data, at) => {
		const document = { mainFileContent: template, inputs: { data: JSON.stringify(data) } }
		try {
			// In one call: a document that JavaScript gets to hold keeps its megabytes until the collector comes by.
			const file = compiler.pdf(document, {
				pdfStandard: 'ua-1',
				pdfTags: true,
				creationTimestamp: Math.floor(at.getTime() / 1000),
			})
			return new Uint8Array(file)
		} catch (error) {
			const reason = explain(compiler, document) || (error instanceof Error ? error.message : String(error))
			throw new PdfFault(`set a PDF: ${reason}`)
		} finally {
			compiler.evictCache(keptRounds)
		}
	}
}
