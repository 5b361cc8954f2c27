import assert from 'node:assert/strict'
import { isUtf8 } from 'node:buffer'
import { packReport } from '../src/lib/domains/reports/sealing/pack-report.ts'
import { parseReportBody } from '../src/lib/domains/reports/server/http/parse-body.ts'

/** Parts that are put together again read the same. */
export const fuzz = (data: Buffer): void => {
	const read = parseReportBody(data)
	if (!read.ok) return
	const { keys, sealed, ...header } = read.value
	assert.equal(sealed.length, data.length - 4 - data.readUInt32BE(0))
	assert.ok(sealed.length > 0)
	// A byte that is no UTF-8 is longer once it is written as what it was read as.
	if (isUtf8(data.subarray(4, data.length - sealed.length)))
		assert.deepEqual(parseReportBody(Buffer.from(packReport(header, keys, sealed))), read)
}

const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(length)

export const seeds = (): Uint8Array[] => [
	packReport(
		{ token: 't'.repeat(52), epoch: '2026-03', lane: 'normal', solution: 's', attachments: [16_600] },
		{ lookup: bytes(16), auth: bytes(32), mark: bytes(16), box: `age1${'q'.repeat(58)}` },
		bytes(32),
	),
]
