import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeIdentity, openText, readStanzas, toRecipient } from '#tools/seal/sealed'
import { answers, cheapArgon2id } from '../../../../../tests/support/reports.ts'
import { parseReport } from '../report.ts'
import { canSeal, drawReceipt, sealReport, type Epoch } from './index.ts'

const identity = await makeIdentity()
const recipient = await toRecipient(identity)
const epoch: Epoch = {
	id: 'demo-2026-03',
	recipient: recipient.ok ? recipient.value : '',
	answerKey: new Uint8Array(32),
	begins: '2026-03-01',
	ends: '2026-03-31',
}
const now = new Date('2026-03-01T10:59:59Z')

test('a thousand random reports have three lengths at most, one reader each, and say what was written', async () => {
	const lengths = new Set<number>()
	const receipt = await drawReceipt(cheapArgon2id)
	const unit = fc.constantFrom<'grapheme' | 'binary'>('grapheme', 'binary')
	const texts = unit.chain((kind) => fc.string({ unit: kind, maxLength: 12_000, size: 'max' }))
	await fc.assert(
		fc.asyncProperty(texts, async (words) => {
			const report = await sealReport({ answers: { ...answers, words }, locale: 'ar', epoch, receipt, now })
			if (!report.ok) return expect(report.code).toBe('sealed.too-long')
			const { sealed } = report.value
			lengths.add(sealed.length)
			const stanzas = readStanzas(sealed)
			expect(stanzas.ok && stanzas.value.length).toBe(1)
		}),
		{ numRuns: 1000 },
	)
	expect(lengths.size).toBeLessThanOrEqual(3)
})

test('what was sealed is read back as it was answered, with the hour and no finer time', async () => {
	const receipt = await drawReceipt(cheapArgon2id)
	const report = await sealReport({ answers, locale: 'zgh-latn', epoch, receipt, now })
	const text = report.ok ? await openText(report.value.sealed, identity) : report
	const parsed = parseReport(text.ok && typeof text.value === 'string' ? text.value : '', epoch.id)
	expect(parsed.ok && parsed.value).toMatchObject({
		answers,
		locale: 'zgh-latn',
		sealedBy: 'browser',
		sentHour: '2026-03-01T10:00:00Z',
		box: receipt.keys.box,
		nonce: receipt.secrets.nonce,
	})
})

test('two receipts share nothing', async () => {
	const [one, other] = [await drawReceipt(cheapArgon2id), await drawReceipt(cheapArgon2id)]
	for (const name of ['lookup', 'auth', 'mark', 'box'] as const)
		expect(one.keys[name]).not.toEqual(other.keys[name])
	expect(one.secrets.nonce).not.toBe(other.secrets.nonce)
})

test('a browser without what sealing needs is told apart before anything is asked', () => {
	const world = {
		isSecureContext: true,
		crypto,
		BigInt,
		ReadableStream,
		TransformStream,
	}
	expect(canSeal(world)).toBe(true)
	for (const missing of ['isSecureContext', 'crypto', 'BigInt', 'ReadableStream', 'TransformStream'])
		expect(canSeal({ ...world, [missing]: undefined })).toBe(false)
})
