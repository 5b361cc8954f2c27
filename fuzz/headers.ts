import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { makeFormToken, readFormToken } from '../src/lib/domains/reports/server/keys/form-token.ts'
import { chooseEncoding } from '../src/lib/platform/server/accept-encoding.ts'
import { findRange } from '../src/lib/platform/server/byte-range.ts'
import { parseWork } from '../src/lib/tools/seal/proof-of-work/parse-work.ts'

const mac = (bytes: Uint8Array): Buffer => createHmac('sha256', 'a key of no place').update(bytes).digest()
const now = new Date('2026-11-29T12:00:00Z')

/** Lines: range, if-range, accept-encoding, token, work. A range lies in its file; work reads the same again. */
export const fuzz = (data: Buffer): void => {
	const [range, ifRange, accepted, token = '', work = ''] = data.toString('latin1').split('\n')
	const headers = { ...(range ? { range } : {}), ...(ifRange ? { 'if-range': ifRange } : {}) }
	const size = 1000
	const found = findRange(headers, { size, etag: '"a"' })
	if (typeof found === 'object')
		assert.ok(found.first >= 0 && found.first <= found.last && found.last < size, JSON.stringify(found))
	assert.ok([undefined, 'br', 'gzip'].includes(chooseEncoding(accepted)))
	const read = readFormToken(token, 'report', { mac, now })
	if (typeof read !== 'string') assert.ok(read.issued < read.expires)
	const solved = parseWork(work)
	if (solved) assert.deepEqual(parseWork(btoa(JSON.stringify(solved))), solved)
}

const challenge = {
	parameters: {
		algorithm: 'PBKDF2/SHA-256',
		cost: 5000,
		data: { form: 'report' },
		expiresAt: 1,
		keyLength: 32,
		keyPrefix: '0'.repeat(32),
		keySignature: '0'.repeat(64),
		nonce: '0'.repeat(32),
		salt: '0'.repeat(32),
	},
	signature: '0'.repeat(64),
}

export const seeds = (): string[] => [
	[
		'bytes=0-99',
		'"a"',
		'br;q=0.5, gzip, *;q=0',
		makeFormToken('report', mac, now),
		btoa(JSON.stringify({ challenge, solution: { counter: 1, derivedKey: '0'.repeat(64) } })),
	].join('\n'),
	'bytes=-5\n\nidentity',
]
