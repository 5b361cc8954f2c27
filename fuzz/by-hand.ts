import assert from 'node:assert/strict'
import { mostByHand, readByHand } from '../src/lib/domains/reports/by-hand.ts'
import { readFamily } from '../src/lib/tools/seal/sealed/index.ts'
import { seeds } from './age-file.ts'

/** An age file is taken for one reader of our kind, not too long; given as text it is the same as given as bytes. */
export const fuzz = (data: Buffer): void => {
	const read = readByHand(data, 'x25519')
	const pasted = readByHand(data.toString('latin1'), 'x25519')
	for (const one of [read, pasted]) {
		if (!one.ok) continue
		assert.ok(one.value.length <= mostByHand)
		assert.deepEqual(readFamily(one.value), { ok: true, value: 'x25519' })
		assert.deepEqual(readByHand(one.value, 'x25519'), { ok: true, value: one.value })
	}
	if (pasted.ok) assert.deepEqual(read, pasted)
}

export { seeds }
