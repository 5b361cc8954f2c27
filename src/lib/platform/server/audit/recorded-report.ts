import { hash } from 'node:crypto'
import { failed, ok, type Result } from '#base'

/**
 * The content of a sealed report in the record. A digest and not the bytes themselves, so that a proof of filing is a short text that
 * an outsider can check: whoever has the sealed report makes the digest again.
 */
export type RecordedReport = {
	/** The whole hour in which it came. */
	hour: Date
	/** SHA-256 of the sealed bytes, in hex. */
	sha256: string
}

/** The text that the leaf of a report commits to. */
export const formatRecordedReport = ({ hour, sha256 }: RecordedReport): string =>
	`thiqa/report/v1\n${hour.toISOString().replace('.000Z', 'Z')}\n${sha256}\n`

/** Reads a text of {@link formatRecordedReport}; any other spelling is refused. */
export const parseRecordedReport = (text: string): Result<RecordedReport> => {
	const wholeHour = String.raw`20\d\d-[01]\d-[0-3]\dT[0-2]\d:00:00Z`
	const [, hour = '', sha256 = ''] =
		new RegExp(`^thiqa/report/v1\n(${wholeHour})\n([0-9a-f]{64})\n$`, 'u').exec(text) ?? []
	const recorded = { hour: new Date(hour), sha256 }
	return !Number.isNaN(recorded.hour.getTime()) && formatRecordedReport(recorded) === text
		? ok(recorded)
		: failed({ path: 'report', message: 'reading what a leaf commits to: it is no report' })
}

/** Encodes what the leaf of a report commits to, for `commit()`. */
export const toReportContent = ({ hour, sealed }: { hour: Date; sealed: Uint8Array }): Uint8Array =>
	Buffer.from(formatRecordedReport({ hour, sha256: hash('sha256', sealed, 'hex') }))
