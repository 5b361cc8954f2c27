import { hash } from 'node:crypto'
import { failed, ok, type Result } from '#base'
import { commit } from './entry.ts'
import type { OpenedLeaf } from './proof-file.ts'

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
const formatRecordedReport = ({ hour, sha256 }: RecordedReport): string =>
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

/** Columns that stand beside a sealed report, in clear: its key, its lane, and whether browser or server has sealed it. */
export type BesideSeal = { epoch: string; lane: string; sealedBy: string }

/**
 * The salt of a report's leaf: made of a random one and of what stands beside the seal. So the leaf commits to these columns too, while the
 * proof of filing, which shows this salt, says nothing of them: whoever finds it at home must not learn that somebody called it urgent.
 */
const bindSalt = (salt: Uint8Array, { epoch, lane, sealedBy }: BesideSeal): Uint8Array =>
	Buffer.from(
		hash(
			'sha256',
			Buffer.concat([
				Buffer.from('thiqa/report-salt/v1\0'),
				salt,
				Buffer.from(JSON.stringify([epoch, lane, sealedBy])),
			]),
			'hex',
		),
		'hex',
	)

/** The commitment to a sealed report, its hour and what stands beside the seal, under a random salt that is kept with them. */
export const commitReport = (
	report: { salt: Uint8Array; hour: Date; sealed: Uint8Array } & BesideSeal,
): Uint8Array => commit(bindSalt(report.salt, report), toReportContent(report))

/**
 * Salt and content of a report's leaf, as a proof of filing shows them. A report from before November 2026 has its random salt in the leaf
 * itself, and nothing that holds its lane.
 */
export const openReportLeaf = (
	report: RecordedReport & { salt: Uint8Array; commitment: Uint8Array } & BesideSeal,
): OpenedLeaf => {
	const content = Buffer.from(formatRecordedReport(report))
	const bound = bindSalt(report.salt, report)
	const isBound = Buffer.compare(commit(bound, content), report.commitment) === 0
	return { salt: isBound ? bound : report.salt, content }
}
