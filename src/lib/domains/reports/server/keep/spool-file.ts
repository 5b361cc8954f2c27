/** A report as one file of the spool: what the database will hold, nothing more. */
import type { NewReport } from './report-store.ts'

const bytesOf = ['salt', 'commitment', 'place', 'keys'] as const

type Texts = Record<(typeof bytesOf)[number] | 'hour', string>
type Header = Omit<NewReport, keyof Texts | 'sealed'> & Texts

/** Length of the header (4 bytes, highest first), header as JSON, sealed bytes. */
export const formatSpoolFile = ({ sealed, ...row }: NewReport): Buffer => {
	const texts = Object.fromEntries(bytesOf.map((name) => [name, Buffer.from(row[name]).toString('base64')]))
	const header = Buffer.from(JSON.stringify({ ...row, ...texts, hour: row.hour.toISOString() }))
	const length = Buffer.alloc(4)
	length.writeUInt32BE(header.length)
	return Buffer.concat([length, header, sealed])
}

/** The report in a file; `undefined` when the file is not one of ours, or not whole. */
export const parseSpoolFile = (file: Buffer): NewReport | undefined => {
	try {
		const end = 4 + file.readUInt32BE(0)
		const { hour, ...header } = JSON.parse(file.subarray(4, end).toString()) as Header
		const toBytes = (name: (typeof bytesOf)[number]) => Buffer.from(header[name], 'base64')
		const row = {
			...header,
			salt: toBytes('salt'),
			commitment: toBytes('commitment'),
			place: toBytes('place'),
			keys: toBytes('keys'),
			hour: new Date(hour),
			sealed: file.subarray(end),
		}
		return row.sealed.length > 0 && !Number.isNaN(row.hour.getTime()) ? row : undefined
	} catch {
		return undefined
	}
}
