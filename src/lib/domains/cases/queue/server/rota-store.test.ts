import { describe, expect, test } from 'vitest'
import { openDesk, type TestDesk } from '../../../../../../tests/support/cases.ts'
import { engines } from '../../../../../../tests/support/database.ts'
import { exposureLimits } from '../../../wellbeing/exposure.ts'
import { noteExposure } from '../../../wellbeing/server/exposure-store.ts'
import { assignCase, setCategory } from '../../work/server/case-store.ts'
import { countQueue, listForgotten, listQueue } from './queue.ts'
import { listPauses, setDuty, setPause } from '../../../wellbeing/rota/server/duty-store.ts'
import { shareOut } from './offer-store.ts'

const day = '2026-11-26'
const anyone = () => Promise.resolve(true)

const begin = async (engine: Parameters<typeof openDesk>[0]) => {
	const desk = await openDesk(engine)
	const [salma, youssef, nora] = [
		await desk.hire('Salma', 'supervisor'),
		await desk.hire('Youssef', 'analyst'),
		await desk.hire('Nora', 'analyst'),
	]
	const set = { by: salma.id, now: desk.now() }
	await setDuty(desk.db, youssef.id, { hours: 'always', languages: ['ar', 'fr'] }, set)
	await setDuty(desk.db, nora.id, { hours: 'always', languages: ['ar', 'zgh'] }, set)
	const share = () => shareOut(desk, { able: new Set([youssef.id, nora.id]), day, policy: exposureLimits })
	return { desk, salma, youssef, nora, share }
}
const offersOf = (offers: ReadonlyMap<string, string>, person: string): string[] =>
	[...offers].filter(([, to]) => to === person).map(([id]) => id)
const count = (desk: TestDesk, me: string) => countQueue(desk.db, { me, now: desk.now() })

describe.each(engines)('the rota on %s', (engine) => {
	test('new cases are offered evenly, taken by whom they are offered to, and by no other analyst', async () => {
		const { desk, youssef, nora, share } = await begin(engine)
		const ids = await desk.receive(4)
		const offers = await share()
		expect([offersOf(offers, youssef.id).length, offersOf(offers, nora.id).length]).toEqual([2, 2])
		expect(await share(), 'asked again, nothing moves').toEqual(offers)
		expect(await count(desk, youssef.id)).toMatchObject({ all: 4, mine: 2, free: 0, others: 2 })
		const [id = ''] = offersOf(offers, youssef.id)
		const taken = assignCase(desk, { id, version: 1, to: nora.id }, nora, anyone)
		await expect(taken).rejects.toMatchObject({ code: 'case.not-allowed' })
		await assignCase(desk, { id, version: 1, to: youssef.id }, youssef, anyone)
		expect(await share()).not.toHaveProperty(id)
		const mine = await listQueue(desk.db, { whose: 'mine', me: youssef.id })
		expect(mine.map((line) => line.id).sort()).toEqual(offersOf(offers, youssef.id).sort())
		expect(ids).toContain(id)
	})

	test('a pause gives urgent offers back, a full day all of them, and with nobody ready a case stays free', async () => {
		const { desk, youssef, nora, share } = await begin(engine)
		await setPause(desk.db, nora.id, new Date(desk.now().getTime() + 600_000))
		const [danger = ''] = await desk.receive(1, { lane: 'danger' })
		await desk.receive(1)
		expect(offersOf(await share(), youssef.id)).toHaveLength(2)
		await setPause(desk.db, nora.id, undefined)
		await setPause(desk.db, youssef.id, new Date(desk.now().getTime() + 600_000))
		const offers = await share()
		expect(offersOf(offers, nora.id)).toEqual([danger])
		await noteExposure(desk.db, nora.id, day, { minutes: 240, items: 1, severity: 1 })
		await noteExposure(desk.db, youssef.id, day, { minutes: 240, items: 1, severity: 1 })
		expect(await share()).toEqual(new Map())
		expect(await count(desk, nora.id)).toMatchObject({ free: 2, mine: 0 })
	})

	test('when somebody rested is forgotten once it is over, by the round and by no look', async () => {
		const { desk, nora, share } = await begin(engine)
		const countKept = async () => (await desk.db.selectFrom('rota_pause').selectAll().execute()).length
		await setPause(desk.db, nora.id, new Date(desk.now().getTime() + 600_000))
		expect((await listPauses(desk.db, desk.now())).size).toBe(1)
		desk.pass(1)
		expect((await listPauses(desk.db, desk.now())).size).toBe(0)
		expect(await countKept()).toBe(1)
		await share()
		expect(await countKept()).toBe(0)
	})

	test('once its language is known, a case goes on to who speaks it', async () => {
		const { desk, salma, youssef, nora, share } = await begin(engine)
		await desk.receive(2)
		const [id = ''] = offersOf(await share(), youssef.id)
		await setCategory(desk, { id, version: 1, category: 'scam', language: 'zgh' }, salma)
		expect((await share()).get(id)).toBe(nora.id)
	})

	test('a case whose limit ran out is forgotten until somebody touches it', async () => {
		const { desk, salma, youssef } = await begin(engine)
		const [id = '', other = ''] = await desk.receive(2)
		expect(await listForgotten(desk.db, desk.now())).toEqual([])
		desk.pass(30)
		expect((await listForgotten(desk.db, desk.now())).map((line) => line.id).sort()).toEqual(
			[id, other].sort(),
		)
		await assignCase(desk, { id, version: 1, to: youssef.id }, salma, anyone)
		expect((await listForgotten(desk.db, desk.now())).map((line) => line.id)).toEqual([other])
		expect(await count(desk, salma.id)).toMatchObject({ forgotten: 1 })
	})
})
