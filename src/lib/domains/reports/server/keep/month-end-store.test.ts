/** The end of a month on an installation that somebody answers for: its keys are signed by people, and no program can make one. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
	makeEpoch,
	makeRoot,
	planEpoch,
	planNextEpoch,
	signWithRoot,
	toEpochText,
	wrapSecret,
	type EpochSpan,
} from '#domains/people/keys'
import { addGroupKey, listGroupKeys, publishEpoch, startNextEpoch } from '#domains/people/server/keys'
import { makeIdentity, toRecipient } from '#tools/seal/sealed'
import { parseVerifierKey } from '#tools/seal/signed-note'
import { makeFolder } from '../../../../../../tests/support/child.ts'
import { database, engines } from '../../../../../../tests/support/database.ts'
import { get } from '../../../../../../tests/support/key-world.ts'
import {
	answers,
	cheapArgon2id,
	makeBody,
	openTestReports,
	post,
	serveReports,
} from '../../../../../../tests/support/reports.ts'
import { isCurrent, openEpoch } from '../../keys/epoch.ts'
import { openMailbox, openReceipt, parseMailboxPage, signChallenge } from '../../mailbox/index.ts'
import { startEpoch } from './epoch-store.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

describe.each(engines)('the end of a month on %s', (engine) => {
	/** In use since the 26th of November. `at()` sets the clock; what a process remembers of keys is over then. */
	const goLive = async () => {
		let now = new Date('2026-11-26T10:00:00Z')
		const { kysely } = await database(engine)
		const db = kysely
		const [dataDir, root] = [makeFolder(), await makeRoot()]
		const key = get(parseVerifierKey(root.verifierKey))
		const reader = get(await toRecipient(await makeIdentity()))
		const publication = () => ({
			rootKey: root.verifierKey,
			start: (note: string) => startEpoch(db, note, key),
			now,
		})
		const publish = async (span: EpochSpan): Promise<void> => {
			const made = await makeEpoch(span.id)
			const wraps = new Map([[randomUUID(), get(await wrapSecret(made.text, reader))]])
			await addGroupKey(dataDir, { key: made.key, span, wraps }, now)
			const note = get(await signWithRoot(toEpochText(made.key, span), root.shares.slice(0, 3)))
			await publishEpoch(dataDir, span.id, { ...publication(), note })
		}
		const known = async () => (await listGroupKeys(dataDir)).map(({ span }) => span.id)
		await publish(planEpoch([], now))
		const reports = await openTestReports({ kysely, dataDir, root: key, now: () => now })
		const at = (moment: string): void => {
			now = new Date(moment)
			vi.advanceTimersByTime(5001)
		}
		const states = async () => {
			const rows = await db.selectFrom('epoch').select(['id', 'state']).orderBy('id').execute()
			const stored = (await listGroupKeys(dataDir)).map(({ span: { id }, state }) => ({ id, state }))
			return { database: rows, store: stored.reverse() }
		}
		return {
			db,
			key,
			reports,
			at,
			states,
			origin: await serveReports(reports),
			planNext: async () => planNextEpoch(await known(), now),
			planToday: async () => planEpoch(await known(), now),
			publish,
			startNext: () => startNextEpoch(dataDir, publication()),
		}
	}
	type World = Awaited<ReturnType<typeof goLive>>

	const file = async ({ reports, origin }: World) => {
		const { body, code } = await makeBody(reports)
		return { status: (await post(origin, body)).status, code }
	}
	/** Asks with a receipt: the answer of the server, and whether its holder finds a mailbox there. */
	const openBox = async ({ reports, origin, key }: World, code: string) => {
		const receipt = await openReceipt(code, cheapArgon2id)
		const { lookup } = receipt.keys
		const challenge = reports.mailbox.challenge(lookup)
		const question = {
			step: 'open',
			lookup: Buffer.from(lookup).toString('base64url'),
			challenge,
			signature: Buffer.from(await signChallenge(challenge, receipt.secrets)).toString('base64url'),
		}
		const answer = await fetch(`${origin}/intake/mailbox`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(question),
		})
		const text = await answer.text()
		const page = answer.status === 200 ? parseMailboxPage(JSON.parse(text)) : undefined
		const box = page && (await openMailbox(page, receipt, key))
		return { status: answer.status, length: text.length, isFound: box !== undefined }
	}

	test('a key that was signed in time takes over on the first, and nothing is lost on the way', async () => {
		const world = await goLive()
		const next = await world.planNext()
		expect(next).toEqual({ id: '2026-12', begins: '2026-12-01', ends: '2027-01-14' })
		if (next) await world.publish(next)
		expect(await world.startNext(), 'before its day').toBeUndefined()
		world.at('2026-11-30T23:59:00Z')
		expect(await world.startNext(), 'before its day').toBeUndefined()
		const november = await file(world)
		expect(november.status).toBe(201)
		const late = await makeBody(world.reports)

		world.at('2026-12-01T00:01:00Z')
		const started = await Promise.all([world.startNext(), world.startNext()])
		expect(started).toContain('2026-12')
		expect(await world.states()).toEqual({
			database: [
				{ id: '2026-11', state: 'past' },
				{ id: '2026-12', state: 'current' },
			],
			store: [
				{ id: '2026-11', state: 'past' },
				{ id: '2026-12', state: 'current' },
			],
		})
		const refused = await post(world.origin, late.body)
		expect(refused.status).toBe(409)
		const { code, record, now } = refused.answer
		expect(code).toBe('epoch.over')
		const epoch = get(await openEpoch(String(record), world.key))
		expect([epoch.id, isCurrent(epoch, new Date(String(now)))]).toEqual(['2026-12', true])
		const december = await file(world)
		expect(december.status).toBe(201)
		for (const { code: receipt } of [november, december])
			expect(await openBox(world, receipt)).toMatchObject({ status: 200, isFound: true })
		const sealedTo = (await world.db.selectFrom('report').select('epoch').execute()).map(
			({ epoch: id }) => id,
		)
		expect(sealedTo.sort()).toEqual(['2026-11', '2026-12'])
	})

	test('when no key was signed in time the old one serves two weeks more, and answers can be read for ever', async () => {
		const world = await goLive()
		world.at('2026-11-30T23:59:00Z')
		const before = await file(world)
		world.at('2026-12-01T00:01:00Z')
		const after = await file(world)
		world.at('2026-12-14T23:59:00Z')
		const last = await file(world)
		expect([before.status, after.status, last.status]).toEqual([201, 201, 201])
		world.at('2026-12-15T00:01:00Z')
		const closed = await fetch(`${world.origin}/intake/epoch`)
		expect([closed.status, ((await closed.json()) as { code: string }).code]).toEqual([
			503,
			'reports.no-epoch',
		])
		const holder = await openBox(world, last.code)
		expect(holder).toMatchObject({ status: 200, isFound: true })
		// Nobody else learns from this whether a receipt is one.
		expect(await openBox(world, '1'.repeat(24))).toEqual({ ...holder, isFound: false })
		const token = world.reports.intake.makeToken()
		await expect(
			world.reports.intake.fileInClear({ token, locale: 'ar', answers: { ...answers, danger: 'now' } }),
		).rejects.toMatchObject({ code: 'reports.no-epoch' })
		await world.publish(await world.planToday())
		vi.advanceTimersByTime(5001)
		expect((await file(world)).status).toBe(201)
	})

	test('a key that waits is put in use late when nobody was there, and until then the old one serves', async () => {
		const world = await goLive()
		const next = await world.planNext()
		if (next) await world.publish(next)
		world.at('2026-12-03T08:00:00Z')
		expect((await file(world)).status).toBe(201)
		expect(await world.startNext()).toBe('2026-12')
		vi.advanceTimersByTime(5001)
		expect((await file(world)).status).toBe(201)
		expect((await world.reports.getEpoch()).id).toBe('2026-12')
	})
})
