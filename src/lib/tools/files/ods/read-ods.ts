import { unzipSync } from 'fflate'
import { failed, ok, type Result } from '#base'
import { readContent } from './read-content.ts'

/** Most that is read: bytes of `content.xml`, rows of the first sheet, cells of a row, characters of a cell. */
export type OdsLimits = { bytes: number; rows: number; columns: number; cell: number }

type Faults = 'not-ods' | 'too-large'

const spreadsheet = 'application/vnd.oasis.opendocument.spreadsheet'

/** True when bytes begin as a packed file does; everything else may be text. */
export const isZip = (bytes: Uint8Array): boolean =>
	bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05)

const fault = (message: Faults) => failed({ path: '1', message })

const longest = (name: string, most: number): number =>
	name === 'content.xml' ? most : name === 'mimetype' ? 200 : 0

const unpack = (bytes: Uint8Array, most: number): { type: string; content: Uint8Array } | Faults => {
	const tooLarge: string[] = []
	try {
		// What is unpacked goes into a buffer of the size that was announced: a file that holds more ends there.
		const files = unzipSync(bytes, {
			filter: ({ name, originalSize }) => {
				const limit = longest(name, most)
				if (limit > 0 && originalSize > limit) tooLarge.push(name)
				return limit > 0 && tooLarge.length === 0
			},
		})
		const [type, content] = [files['mimetype'], files['content.xml']]
		if (tooLarge.length > 0) return 'too-large'
		return type && content ? { type: new TextDecoder().decode(type).trim(), content } : 'not-ods'
	} catch {
		return 'not-ods'
	}
}

const decode = (bytes: Uint8Array): string | undefined => {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
	} catch {
		return undefined
	}
}

/**
 * Reads the first sheet. Empty rows are left out, dates and numbers come as the file stores them (`2026-11-29`, `12.5`).
 *
 * @returns its rows, or a code as the message of the first issue: `not-ods`, `too-large`, `too-many-rows`, `too-many-columns`, `cell-too-long`;
 * its `path` is the row, from 1
 */
export const readOds = (bytes: Uint8Array, limits: OdsLimits): Result<string[][]> => {
	const files = unpack(bytes, limits.bytes)
	if (typeof files === 'string') return fault(files)
	if (files.type !== spreadsheet) return fault('not-ods')
	const text = decode(files.content)
	if (text === undefined || /<!(?:DOCTYPE|ENTITY)/iu.test(text)) return fault('not-ods')
	const read = readContent(text, limits)
	return typeof read === 'object' && 'rows' in read
		? ok(read.rows)
		: failed({ path: String(read.row), message: read.fault })
}
