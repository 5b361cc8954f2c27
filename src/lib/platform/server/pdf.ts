/** PDF files of this process: the fonts of the house are read once, at the first document. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createPdfMaker, type PdfMaker } from '#tools/files/pdf'

const files = [
	'@expo-google-fonts/readex-pro/400Regular/ReadexPro_400Regular.ttf',
	'@expo-google-fonts/readex-pro/600SemiBold/ReadexPro_600SemiBold.ttf',
	'@expo-google-fonts/noto-sans-tifinagh/400Regular/NotoSansTifinagh_400Regular.ttf',
]

/** Fonts of the house as TrueType files, for what is printed and painted; read anew each time. */
export const readFonts = (): Buffer[] => {
	const require = createRequire(import.meta.url)
	return files.map((file) => readFileSync(require.resolve(file)))
}

let made: { sources: Readonly<Record<string, string>>; maker: PdfMaker } | undefined

/** The {@link PdfMaker} of this process, with the Typst texts that templates may import. */
export const getPdfMaker = (sources: Readonly<Record<string, string>>): PdfMaker => {
	if (made?.sources === sources) return made.maker
	made = { sources, maker: createPdfMaker({ fonts: readFonts(), sources }) }
	return made.maker
}

/** A PDF as an answer: never kept by a browser or a proxy on the way. */
export const toPdfResponse = (file: Uint8Array, name: string): Response =>
	new Response(file.slice().buffer, {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `inline; filename="${name}.pdf"`,
			'cache-control': 'no-store',
		},
	})
