import { expect, test } from 'vitest'
import { makeIdentity, toRecipient } from '#tools/seal/sealed'
import { makeSigner } from '#tools/seal/signed-note'
import { isCurrent, openEpoch, signEpoch, type Epoch } from './epoch.ts'

const root = await makeSigner('hotline.example/root', 'ed25519', new Uint8Array(32).fill(1))
const other = await makeSigner('hotline.example/root', 'ed25519', new Uint8Array(32).fill(2))
const recipient = await toRecipient(await makeIdentity())
const epoch: Epoch = {
	id: '2026-03',
	recipient: recipient.ok ? recipient.value : '',
	answerKey: new Uint8Array(32).fill(7),
	begins: '2026-03-01',
	ends: '2026-03-31',
}

test('an epoch is read back from what the root key has signed, and from nothing else', async () => {
	const record = await signEpoch(epoch, root)
	expect(await openEpoch(record, root.key)).toEqual({ ok: true, value: epoch })
	for (const changed of [
		record.replace('2026-03\n', '2026-04\n'),
		record.replace('age1', 'age1q'),
		record.replace('2026-03-31', '2027-03-31'),
		'',
		'no note',
	])
		expect((await openEpoch(changed, root.key)).ok).toBe(false)
	expect((await openEpoch(await signEpoch(epoch, other), root.key)).ok).toBe(false)
})

test('nothing half-right gets a signature', async () => {
	for (const wrong of [
		{ id: 'March' },
		{ recipient: 'age1' },
		{ answerKey: new Uint8Array(31) },
		{ begins: '2026-02-30' },
		{ begins: '2026-13-01' },
		{ ends: '2026-02-28' },
	])
		await expect(signEpoch({ ...epoch, ...wrong }, root)).rejects.toThrow('signing an epoch')
})

test('an epoch is current from its first day to its last, in UTC', () => {
	const days = [
		'2026-02-28T23:59:59Z',
		'2026-03-01T00:00:00Z',
		'2026-03-31T23:59:59Z',
		'2026-04-01T00:00:00Z',
	]
	expect(days.map((day) => isCurrent(epoch, new Date(day)))).toEqual([false, true, true, false])
})
