import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { base64urlnopad } from '@scure/base'
import { openEpoch as openPublished } from '#domains/reports'
import { makeSigner, parseVerifierKey } from '#tools/seal/signed-note'
import { roles, type StaffRole } from '../role.ts'
import {
	findRotationReason,
	formatErasure,
	getBackupsOver,
	getLastPlanned,
	getServiceEnd,
	isEndable,
	isEpochId,
	isIndexId,
	isQuiet,
	lockAfter,
	makeAnalystKey,
	makeEpoch,
	makeRoot,
	mayAgree,
	mayHoldKeys,
	parseErasure,
	planEpoch,
	planIndex,
	planNextEpoch,
	signWithRoot,
	toEpochText,
	unlockAnalystKey,
	wrapSecret,
	type Erasure,
} from './index.ts'
import { createKeyring } from './keyring.ts'

const now = new Date('2026-11-26T23:30:00Z')

describe('the next epoch', () => {
	test('is the month and two weeks; a second one in the month has a number', () => {
		expect(planEpoch([], now)).toEqual({ id: '2026-11', begins: '2026-11-26', ends: '2026-12-14' })
		expect(planEpoch(['2026-11', '2026-11-2'], now).id).toBe('2026-11-3')
		expect(getLastPlanned(planEpoch([], new Date('2028-02-01T00:00:00Z')))).toBe('2028-02-29')
		expect(planIndex(['index-2026'], now)).toEqual({
			id: 'index-2026-2',
			begins: '2026-11-26',
			ends: '2027-11-25',
		})
	})
	test('of next month can be made from the 20th on, and begins when this month is over', () => {
		expect(planNextEpoch(['2026-11'], new Date('2026-11-19T23:59:59Z'))).toBeUndefined()
		const next = { id: '2026-12', begins: '2026-12-01', ends: '2027-01-14' }
		expect(planNextEpoch(['2026-11'], new Date('2026-11-20T00:00:00Z'))).toEqual(next)
		expect(planNextEpoch(['2026-12'], now)?.id).toBe('2026-12-2')
		expect(planNextEpoch([], new Date('2026-12-31T23:59:59Z'))?.begins).toBe('2027-01-01')
	})
	test('has an id that is new, of its form, and days in order, whenever it is', () => {
		const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
		fc.assert(
			fc.property(moments, fc.nat({ max: 30 }), (at, count) => {
				const known: string[] = []
				for (let made = 0; made < count; made += 1) known.push(planEpoch(known, at).id)
				const { id, begins, ends } = planEpoch(known, at)
				expect(known).not.toContain(id)
				expect(isEpochId(id)).toBe(true)
				expect(isIndexId(planIndex([], at).id)).toBe(true)
				expect(begins <= ends && begins === at.toISOString().slice(0, 10)).toBe(true)
			}),
		)
	})
	test('begins while the one before can still serve, whenever both are made: no day is without a key', () => {
		const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
		fc.assert(
			fc.property(moments, (at) => {
				const [today, next] = [planEpoch([], at), planNextEpoch([], at)]
				expect(next !== undefined).toBe(at.getUTCDate() >= 20)
				if (!next) return
				const lastPlanned = Date.parse(`${getLastPlanned(today)}T00:00:00Z`)
				expect(Date.parse(`${next.begins}T00:00:00Z`) - lastPlanned).toBe(86_400_000)
				expect(next.begins < today.ends && today.ends < getLastPlanned(next)).toBe(true)
			}),
		)
	})
	test('is due when there is none, a week before the month is over, after it, and when a holder has left', () => {
		const current = { id: '2026-11', begins: '2026-11-01', ends: '2026-12-14' }
		const both = { hasNext: false, holders: ['a', 'b'], entitled: ['a', 'b', 'c'] }
		const on = (moment: string, hasNext = false) =>
			findRotationReason(current, { ...both, hasNext, now: new Date(moment) })
		expect(findRotationReason(undefined, { ...both, now })).toBe('none')
		expect(on('2026-11-23T23:59:59Z')).toBeUndefined()
		expect(on('2026-11-24T00:00:00Z')).toBe('soon')
		expect(on('2026-11-30T23:59:59Z')).toBe('soon')
		expect(on('2026-11-30T23:59:59Z', true)).toBeUndefined()
		expect(on('2026-12-01T00:00:00Z')).toBe('over')
		expect(on('2026-12-01T00:00:00Z', true), 'it was not put in use').toBe('over')
		expect(on('2026-12-14T23:59:59Z')).toBe('over')
		expect(on('2026-12-15T00:00:00Z')).toBe('none')
		const left = { hasNext: true, holders: ['a', 'b'], entitled: ['a'] }
		expect(findRotationReason(current, { ...left, now })).toBe('left')
		expect([getServiceEnd(current, 'soon'), getServiceEnd(current, 'over')]).toEqual([
			'2026-11-30',
			'2026-12-14',
		])
	})
	test('cannot be ended by hand while reports can be sealed to it, and is quiet only after that', () => {
		const span = { id: '2026-11', begins: '2026-11-01', ends: '2026-12-14' }
		const moments = ['2026-12-01T00:00:00Z', '2026-12-14T23:59:59Z', '2026-12-15T00:00:00Z']
		expect(moments.map((at) => isEndable({ span, state: 'current' }, new Date(at)))).toEqual([
			false,
			false,
			true,
		])
		expect(moments.map((at) => isQuiet(span, new Date(at)))).toEqual([false, false, true])
		expect(isEndable({ span, state: 'next' }, now)).toBe(false)
	})
	test('is signed as reporters read it', async () => {
		const root = await makeRoot()
		const [{ key }, span] = [await makeEpoch('2026-11'), planEpoch([], now)]
		const note = await signWithRoot(toEpochText(key, span), root.shares.slice(0, 3))
		const verifier = parseVerifierKey(root.verifierKey)
		if (!note.ok || !verifier.ok) throw new Error('signing in the test failed')
		const read = await openPublished(note.value, verifier.value)
		expect(read).toEqual({
			ok: true,
			value: { ...span, recipient: key.recipient, answerKey: base64urlnopad.decode(key.answerKey) },
		})
		const other = (await makeSigner('thiqa/root', 'ed25519', new Uint8Array(32))).key
		expect((await openPublished(note.value, other)).ok).toBe(false)
	})
})

describe('who holds keys', () => {
	test('only those who open reports; the platform admin, the auditor and the key officer never', () => {
		const holding = roles.filter((role) => mayHoldKeys({ roles: [role] }))
		expect(holding).toEqual(['triager', 'analyst', 'supervisor'])
		expect(mayHoldKeys({ roles: [] })).toBe(false)
	})
	test('a second person is another person, a supervisor or a key officer', () => {
		for (const act of ['hand-over', 'destroy'] as const) {
			const agreeing = (id: string, role: StaffRole) => mayAgree({ act, askedBy: 'a' }, { id, roles: [role] })
			expect(roles.filter((role) => agreeing('b', role))).toEqual(['supervisor', 'key-officer'])
			expect(roles.filter((role) => agreeing('a', role))).toEqual([])
		}
	})
})

describe('a certificate of destruction', () => {
	const erasure: Erasure = {
		subject: '2026-10',
		recipient: `age1${'q'.repeat(58)}`,
		hour: '2026-11-26T23:00:00.000Z',
		wraps: 3,
		digest: 'a'.repeat(64),
		askedBy: '11111111-1111-4111-8111-111111111111',
		agreedBy: '22222222-2222-4222-8222-222222222222',
		backupsOver: getBackupsOver(now),
	}
	test('reads back, and says from when no backup is left', () => {
		expect(parseErasure(formatErasure(erasure))).toEqual({ ok: true, value: erasure })
		expect(erasure.backupsOver).toBe('2026-12-04')
	})
	test('is refused with one person twice, and when any line is cut, added or moved', () => {
		expect(parseErasure(formatErasure({ ...erasure, agreedBy: erasure.askedBy })).ok).toBe(false)
		const lines = formatErasure(erasure).split('\n')
		for (const at of lines.keys()) {
			expect(parseErasure(lines.toSpliced(at, 1).join('\n')).ok).toBe(false)
			expect(parseErasure(lines.toSpliced(at, 0, 'x').join('\n')).ok).toBe(false)
		}
	})
})

describe('the keyring of a tab', () => {
	beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
	afterEach(() => void vi.useRealTimers())
	const passphrase = 'quatre mots sans rapport'

	test('opens, tells who listens, closes after 15 minutes without use, and forgets epochs', async () => {
		const [own, epoch] = [await makeAnalystKey(passphrase), await makeEpoch('2026-11')]
		const wrap = await wrapSecret(epoch.text, own.recipient)
		if (!wrap.ok) throw new Error('wrapping in the test failed')
		const ring = createKeyring()
		const seen: (string | undefined)[] = []
		const stop = ring.subscribe((key) => seen.push(key?.recipient))
		expect((await ring.unlock(unlockAnalystKey(own.wrapped, 'another passphrase'))).ok).toBe(false)
		expect(ring.use()).toBeUndefined()
		expect(await ring.openEpoch(epoch.key, wrap.value)).toBeUndefined()
		expect((await ring.unlock(unlockAnalystKey(own.wrapped, passphrase))).ok).toBe(true)
		const opened = await ring.openEpoch(epoch.key, wrap.value)
		expect(opened).toMatchObject({ ok: true })
		expect(await ring.openEpoch(epoch.key, new Uint8Array())).toEqual(opened)
		vi.advanceTimersByTime(lockAfter - 1)
		expect(ring.use()?.recipient).toBe(own.recipient)
		vi.advanceTimersByTime(lockAfter - 1)
		expect(ring.use()?.recipient).toBe(own.recipient)
		vi.advanceTimersByTime(lockAfter)
		expect(ring.use()).toBeUndefined()
		expect(await ring.openEpoch(epoch.key, wrap.value)).toBeUndefined()
		expect(seen).toEqual([undefined, undefined, own.recipient, undefined])
		stop()
	})
})
