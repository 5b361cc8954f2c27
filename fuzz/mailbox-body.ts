import assert from 'node:assert/strict'
import { parseMailboxBody } from '../src/lib/domains/reports/server/http/parse-body.ts'

const lengths = { lookup: 16, signature: 64 } as const

/** A question that is taken has keys of their one length, and no name besides those of its step. */
export const fuzz = (data: Buffer): void => {
	const ask = parseMailboxBody(data)
	if (ask === undefined) return
	assert.equal(Object.getPrototypeOf(ask), Object.prototype)
	assert.equal(ask.lookup.length, lengths.lookup)
	if ('signature' in ask) assert.equal(ask.signature.length, lengths.signature)
	if (ask.step === 'open') assert.ok(Number.isInteger(ask.skip) && ask.skip >= 0 && ask.skip <= 500)
}

const proof = {
	lookup: 'A'.repeat(21) + 'A',
	challenge: 'c',
	signature: 'A'.repeat(86),
}

export const seeds = (): string[] =>
	[
		{ step: 'challenge', lookup: proof.lookup },
		{ step: 'open', ...proof, skip: 20 },
		{ step: 'proof', ...proof },
		{ step: 'send', ...proof, epoch: '2026-03', sealed: 'AAAA' },
	].map((ask) => JSON.stringify(ask))
