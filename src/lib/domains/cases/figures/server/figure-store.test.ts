import { describe, expect, test } from 'vitest'
import { openDesk, type TestDesk } from '../../../../../../tests/support/cases.ts'
import { engines } from '../../../../../../tests/support/database.ts'
import type { Person } from '../../../people/index.ts'
import type { Figures } from '../figures.ts'
import { getDeskFigures, listPublishedFigures, publishFigures } from './figure-store.ts'
import { eraseOverdue } from '../../../retention/server/retention-store.ts'
import { moveCase, setCategory } from '../../work/server/case-store.ts'

const close = async (desk: TestDesk, id: string, person: Person, reporter?: 'teen') => {
	await setCategory(desk, { id, version: 1, category: 'scam', reporter }, person)
	await setCategory(desk, { id, version: 2, category: 'account', reporter }, person)
	await moveCase(desk, { id, version: 3, to: 'triaged' }, person)
	await moveCase(desk, { id, version: 4, to: 'closed', reason: 'spam' }, person)
}
const shown = (table: Figures['tables'][keyof Figures['tables']]) =>
	table.flatMap(({ group, count }) => (count === null ? [] : [[group, count]]))

describe.each(engines)('figures on %s', (engine) => {
	const begin = async () => {
		const desk = await openDesk(engine)
		const supervisor = await desk.hire('Salma', 'supervisor')
		const ids = await desk.receive(34)
		for (const [at, id] of ids.slice(0, 24).entries())
			await close(desk, id, supervisor, at < 12 ? 'teen' : undefined)
		return { desk, supervisor }
	}

	test('are the same before and after cases are erased, count who wrote once, and show no small number', async () => {
		const { desk } = await begin()
		const before = await getDeskFigures(desk.db, '2026-11', '2026-11')
		expect([before.cases, shown(before.tables.category), shown(before.tables.lane)]).toEqual([
			30,
			[
				['account', 20],
				['other', 10],
			],
			[['normal', 30]],
		])
		expect(shown(before.tables.outcome)).toEqual([
			['open', 10],
			['ended', 20],
		])
		expect(shown(before.tables.reporter)).toEqual([
			['teen', 10],
			['unsaid', 20],
		])
		expect(before.times.find(({ step }) => step === 'triage')).toMatchObject({ p90: null, promised: 1440 })
		desk.pass(30 * 24)
		expect(await eraseOverdue(desk)).toBe(24)
		expect(await getDeskFigures(desk.db, '2026-11', '2026-11')).toEqual(before)
		expect((await getDeskFigures(desk.db, '2026-10', '2026-10')).cases).toBeNull()
	})

	test('are published a month after a quarter has ended, once, and no later case or erasure changes them', async () => {
		const { desk, supervisor } = await begin()
		const publish = (now: string, liveSince?: string) =>
			publishFigures(desk.db, { now: new Date(now), liveSince })
		expect(await publish('2027-01-31T23:00:00Z')).toBe(0)
		expect(await publish('2027-02-01T03:00:00Z')).toBe(1)
		const first = await listPublishedFigures(desk.db, 'demonstration')
		expect(first.map(({ quarter, figures }) => [quarter, figures.cases])).toEqual([['2026-Q4', 30]])
		for (const id of await desk.receive(9)) await close(desk, id, supervisor, 'teen')
		desk.pass(400 * 24)
		await eraseOverdue(desk)
		expect(await publish('2027-02-02T03:00:00Z')).toBe(0)
		expect(await listPublishedFigures(desk.db, 'demonstration')).toEqual(first)
		expect(await publish('2027-05-01T03:00:00Z')).toBe(1)
		const [second, ...older] = await listPublishedFigures(desk.db, 'demonstration')
		expect([second?.quarter, second?.figures.cases, older]).toEqual(['2027-Q1', null, first])
		expect(await publish('2027-05-01T03:00:00Z', '2026-11-24'), 'from its first whole quarter').toBe(1)
		expect((await listPublishedFigures(desk.db, 'live')).map(({ quarter }) => quarter)).toEqual(['2027-Q1'])
	})
})
