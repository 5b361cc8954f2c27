import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { engines, type EngineName } from '../../../../../../tests/support/database.ts'
import { makeChain, makeValues, openSessions } from '../../../../../../tests/support/sessions.ts'
import {
	findInvitation,
	inviteTrainer,
	revokeInvitation,
	takeInvitedEntry,
} from '../invitations/server/index.ts'
import { listDisputes, settleDispute } from '../review/server/index.ts'
import { findSession, type SentEntry } from './entry-rows.ts'
import type { TakenEntry } from './entry-store.ts'
import type { SessionDesk } from './session-tables.ts'

const open = async (engine: EngineName) => {
	const opened = await openSessions(engine)
	const { at, lead } = opened
	const invite = async (more: { region?: string; days?: number; uses?: number } = {}) => {
		const token = await inviteTrainer(at, { region: undefined, days: 30, uses: 50, ...more }, lead)
		return async (sent: SentEntry): Promise<TakenEntry> => {
			const link = await findInvitation(at.db, token)
			if (!link) throw new Error('the link is there')
			return takeInvitedEntry(at, link, sent)
		}
	}
	return { ...opened, invite, send: await invite() }
}

const counted = { is: 'kept', verdict: 'counted', isNew: true }
const again = { ...counted, isNew: false }

const listTable = async ({ db }: SessionDesk) => ({
	entries: await db
		.selectFrom('session_entry')
		.select(['instance_id', 'revision', 'sha256', 'verdict'])
		.orderBy('instance_id')
		.orderBy('revision')
		.execute(),
	sessions: await db
		.selectFrom('programme_session')
		.select(['id', 'revision', 'sha256', 'state', 'band', 'province', 'held_on'])
		.orderBy('id')
		.execute(),
	uses: await db.selectFrom('session_invitation').select('uses_left').orderBy('uses_left').execute(),
})

describe.each(engines)('entries on %s', (engine) => {
	test('the same entry twice is one session, and hears the first verdict', async () => {
		const { at, send } = await open(engine)
		const [sent] = makeChain([makeValues()]) as [SentEntry]
		expect(await send(sent)).toEqual(counted)
		expect(await send(sent)).toEqual(again)
		expect(await findSession(at.db, sent.entry.instance_id)).toMatchObject({ revision: 1, region: 'MA-09' })
	})

	test('a correction and a taking back are revisions; what was said stays', async () => {
		const { at, send } = await open(engine)
		const values = makeValues()
		const [first, second, third] = makeChain([values, { ...values, band: '30-34' }, null]) as [
			SentEntry,
			SentEntry,
			SentEntry,
		]
		expect(await send(second)).toEqual({ is: 'gap' })
		await send(first)
		expect(await send(third)).toEqual({ is: 'gap' })
		expect(await send(second)).toEqual(counted)
		expect(await findSession(at.db, first.entry.instance_id)).toMatchObject({ band: '30-34', state: 'held' })
		expect(await send(third)).toEqual({ is: 'kept', verdict: 'taken-back', isNew: true })
		expect(await findSession(at.db, first.entry.instance_id)).toMatchObject({
			band: '30-34',
			state: 'taken-back',
		})
		expect(await send(first)).toEqual(again)
		await expect(at.db.deleteFrom('session_entry').execute()).rejects.toThrow('never changed')
	})

	test('another entry at the same revision is kept beside it, and a person chooses', async () => {
		const { at, send, lead, hire } = await open(engine)
		const values = makeValues()
		const [mine] = makeChain([values]) as [SentEntry]
		const other = makeChain(
			[
				{ ...values, band: '60-79' },
				{ ...values, band: '80-99' },
			],
			mine.entry.instance_id,
		)
		await send(mine)
		for (const one of [...other, ...other]) expect(await send(one)).toEqual({ is: 'conflict' })
		const [dispute] = await listDisputes(at.db, lead)
		expect(dispute?.session).toMatchObject({ band: '25-29', revision: 1 })
		expect(dispute?.others.map(({ values: said }) => said?.band)).toEqual(['60-79', '80-99'])

		const choice = { id: mine.entry.instance_id, revision: 1, sha256: other[1]?.sha256 }
		const elsewhere = await hire('programme-lead', 'MA-08')
		expect(await listDisputes(at.db, elsewhere)).toEqual([])
		await expect(settleDispute(at, choice, elsewhere)).rejects.toMatchObject({ code: 'session.not-allowed' })
		await expect(settleDispute(at, { ...choice, revision: 2 }, lead)).rejects.toMatchObject({
			code: 'session.changed',
		})
		await expect(settleDispute(at, { ...choice, sha256: 'none' }, lead)).rejects.toMatchObject({
			code: 'session.not-found',
		})
		await settleDispute(at, choice, lead)
		expect(await findSession(at.db, choice.id)).toMatchObject({ band: '80-99', revision: 2 })
		expect(await listDisputes(at.db, lead)).toEqual([])
	})

	test('a link is good for its region, its days and its sessions, and for what it has written', async () => {
		const { at, desk, lead, invite } = await open(engine)
		const refused = (code: string) => ({ is: 'refused', code })
		const here = await invite({ region: 'MA-09', uses: 2 })
		const [away] = makeChain([makeValues({ province: 'MA-CAS' })]) as [SentEntry]
		expect(await here(away)).toEqual(refused('entry.place'))
		const [nowhere] = makeChain([makeValues({ province: 'MA-XYZ' })]) as [SentEntry]
		expect(await here(nowhere)).toEqual(refused('entry.place'))
		for (const held_on of ['2026-11-28', '2025-10-01'])
			expect(await here(makeChain([makeValues({ held_on })])[0] as SentEntry)).toEqual(refused('entry.day'))
		const values = makeValues()
		const [first, corrected] = makeChain([values, { ...values, band: '30-34' }]) as [SentEntry, SentEntry]
		expect(await here(first)).toEqual(counted)
		expect(await (await invite())(corrected)).toEqual(refused('entry.not-yours'))
		expect(await here(makeChain([makeValues()])[0] as SentEntry)).toEqual(counted)
		expect(await here(makeChain([makeValues()])[0] as SentEntry)).toEqual(refused('entry.over'))
		desk.pass(24 * 8)
		expect(await here(corrected)).toEqual(refused('entry.late'))
		desk.pass(24 * 30)
		expect(await here(corrected)).toEqual(refused('entry.over'))
		expect(await here(first)).toEqual(again)

		const lost = await invite()
		const { id } = await at.db
			.selectFrom('session_invitation')
			.select('id')
			.orderBy('made', 'desc')
			.executeTakeFirstOrThrow()
		await revokeInvitation(at, id, lead)
		expect(await lost(makeChain([makeValues()])[0] as SentEntry)).toEqual(refused('entry.over'))
		expect(await findInvitation(at.db, 'A'.repeat(22))).toBeUndefined()
		expect(await findInvitation(at.db, 'short')).toBeUndefined()
	})

	test('whatever phones send, in whatever order and however often, leaves what was sent once', async () => {
		const { at, invite } = await open(engine)
		const devices = fc.integer({ min: 2, max: 4 })
		const lengths = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 })
		const losses = fc.infiniteStream(fc.boolean())
		await fc.assert(
			fc.asyncProperty(devices, lengths, losses, async (count, revisions, lost) => {
				const send = await invite()
				const chains = revisions.map((length) => {
					const values = makeValues()
					return makeChain(
						Array.from({ length }, (_, n) => (n === 3 ? null : { ...values, minutes: 30 + n })),
					)
				})
				/** One device: sends every chain until each entry was heard to be in; an answer may be lost after it was committed. */
				const run = async (device: number): Promise<void> => {
					const queue = device % 2 === 0 ? chains.flat() : chains.toReversed().flat()
					while (queue[0]) {
						const answer = await send(queue[0])
						expect(answer.is === 'kept' || answer.is === 'gap').toBe(true)
						const isLost = lost.next().value === true
						if (answer.is === 'gap') queue.unshift(...chains.flat())
						else if (!isLost) queue.shift()
					}
				}
				await Promise.all(Array.from({ length: count }, (_, device) => run(device)))
				const ids = chains.map(([first]) => first?.entry.instance_id ?? '')
				const table = await listTable(at)
				expect(table.entries.filter(({ instance_id }) => ids.includes(instance_id))).toHaveLength(
					chains.flat().length,
				)
				for (const chain of chains) {
					const last = chain.at(-1)
					expect(table.sessions.find(({ id }) => id === last?.entry.instance_id)).toMatchObject({
						revision: chain.length,
						sha256: last?.sha256,
						state: last?.entry.values === null ? 'taken-back' : 'held',
					})
				}
				expect(table.uses.map(({ uses_left }) => uses_left)).toContain(50 - chains.length)
			}),
			{ numRuns: 12 },
		)
	})
})
