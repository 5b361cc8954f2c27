import { strToU8, zipSync } from 'fflate'

/** A sheet: its name, and rows of text. */
export type OdsSheet = { name: string; rows: readonly (readonly string[])[] }

const special: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }

/** Signs that XML 1.0 cannot hold. */
const unwritable = /[^\t\n\r\u0020-\ufffd]/gu

const escape = (text: string): string =>
	text
		.replaceAll(/[<>&"]/gu, (sign) => special[sign] ?? '')
		.replaceAll(unwritable, (sign) => (sign.length > 1 ? sign : ''))

/** Spaces that XML would fold are written as elements. */
const toParagraph = (line: string): string =>
	`<text:p>${escape(line)
		.replaceAll(/^ | {2,}/gu, (spaces) => `<text:s text:c="${spaces.length}"/>`)
		.replaceAll('\t', '<text:tab/>')}</text:p>`

const toCell = (text: string): string =>
	text === ''
		? '<table:table-cell/>'
		: `<table:table-cell office:value-type="string">${text
				.split(/\r\n|\r|\n/u)
				.map(toParagraph)
				.join('')}</table:table-cell>`

const toTable = ({ name, rows }: OdsSheet): string => {
	const columns = Math.max(1, ...rows.map((row) => row.length))
	const lines = rows.map((row) => `<table:table-row>${row.map(toCell).join('')}</table:table-row>`)
	return `<table:table table:name="${escape(name)}"><table:table-column table:number-columns-repeated="${columns}"/>${lines.join('')}</table:table>`
}

const head = '<?xml version="1.0" encoding="UTF-8"?>'
const namespace = 'urn:oasis:names:tc:opendocument:xmlns'
const type = 'application/vnd.oasis.opendocument.spreadsheet'

const toContent = (sheets: readonly OdsSheet[]): string =>
	`${head}<office:document-content xmlns:office="${namespace}:office:1.0" xmlns:table="${namespace}:table:1.0" xmlns:text="${namespace}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>${sheets.map(toTable).join('')}</office:spreadsheet></office:body></office:document-content>`

const manifest = `${head}<manifest:manifest xmlns:manifest="${namespace}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`

/** Writes sheets. Every cell is text, so that nothing in one is run; the same sheets make the same bytes. */
export const writeOds = (sheets: readonly OdsSheet[]): Uint8Array<ArrayBuffer> => {
	const mtime = new Date(1980, 0, 1)
	return zipSync(
		{
			mimetype: [strToU8(type), { level: 0, mtime }],
			'META-INF/manifest.xml': [strToU8(manifest), { mtime }],
			'content.xml': [strToU8(toContent(sheets)), { mtime }],
		},
		{ level: 6 },
	)
}
