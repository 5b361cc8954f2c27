import { describe, expect, test } from 'vitest'
import { openDesk, type TestDesk } from '../../../../../../tests/support/cases.ts'
import { engines, type EngineName } from '../../../../../../tests/support/database.ts'
import type { Person } from '../../../people/index.ts'
import { noExposure } from '../../../wellbeing/exposure.ts'
import { getExposure, noteExposure } from '../../../wellbeing/server/exposure-store.ts'
import { noteAttached } from './attached-store.ts'
import { setCategory } from '../../work/server/case-store.ts'
import { findCase } from '../../work/server/case-view.ts'
import { mergeCases } from '../../cluster/server/cluster-store.ts'
import { openForReading } from './open-store.ts'
import { noteSeen } from './seen-store.ts'

const today = '2026-11-26'
const rest = { code: 'wellness.rest', status: 409 }

const begin = async (engine: EngineName, count: number) => {
	const desk = await openDesk(engine)
	const amal = await desk.hire('Amal', 'supervisor')
	return { desk, amal, ids: await desk.receive(count) }
}
const fill = ({ db }: TestDesk, { id }: Person, minutes: number, severity: number): Promise<void> =>
	noteExposure(db, id, today, { minutes, items: 0, severity })
const getFile = async ({ db }: TestDesk, id: string) => ({
	id,
	report: (await findCase(db, id))?.reports[0]?.report ?? '',
	part: 1,
})
const countSteps = async ({ db }: TestDesk, id: string) => (await findCase(db, id))?.steps.length

describe.each(engines)('opening on %s', (engine) => {
	test('takes a thousand cases in one go at most, whoever agreed', async () => {
		const { desk, amal } = await begin(engine, 1)
		const many = Array.from({ length: 1001 }, () => crypto.randomUUID())
		const tooMany = { code: 'case.too-many', status: 413 }
		await expect(openForReading(desk, many, amal, crypto.randomUUID())).rejects.toMatchObject(tooMany)
		const twice = [...many.slice(1), ...many.slice(1)]
		const same = openForReading(desk, twice, amal)
		await expect(same, 'the same case counts once').rejects.toMatchObject({ code: 'approval.missing' })
	})
})

describe.each(engines)('the day of a person on %s', (engine) => {
	test.each([
		['minutes', 240, 0],
		['weight', 0, 120],
	])(
		'that is full by %s opens no case and no file, and nothing is written down',
		async (_, minutes, weight) => {
			const { desk, amal, ids } = await begin(engine, 2)
			const [id = ''] = ids
			const file = await getFile(desk, id)
			await fill(desk, amal, minutes, weight)
			await expect(openForReading(desk, [id], amal)).rejects.toMatchObject(rest)
			await expect(openForReading(desk, ids, amal)).rejects.toMatchObject(rest)
			await expect(noteAttached(desk, file, amal)).rejects.toMatchObject(rest)
			await expect(noteAttached(desk, file, amal, 2)).rejects.toMatchObject(rest)
			expect(await countSteps(desk, id)).toBe(1)
			const hind = await desk.hire('Hind', 'supervisor')
			expect((await openForReading(desk, ids, hind)).size, 'a colleague').toBe(2)
			desk.pass(24)
			expect((await openForReading(desk, ids, amal)).size, 'tomorrow').toBe(2)
		},
	)

	test('that is almost full opens one more', async () => {
		const { desk, amal, ids } = await begin(engine, 1)
		await fill(desk, amal, 239, 119)
		expect((await openForReading(desk, ids, amal)).size).toBe(1)
		await expect(openForReading(desk, ids, amal)).rejects.toMatchObject(rest)
	})

	test('is that of the country: what is opened after its midnight counts for the next', async () => {
		const { desk, amal, ids } = await begin(engine, 1)
		// Morocco's own clock has changed from law to law: a zone that is far from UTC tells the two days apart.
		const calendar = { ...desk.time.calendar, zone: 'Asia/Tokyo' }
		const night = { ...desk, time: { ...desk.time, calendar }, now: () => new Date('2026-11-26T16:00:00Z') }
		await openForReading(night, ids, amal)
		expect(await getExposure(desk.db, amal.id, '2026-11-27')).toEqual({ minutes: 0, items: 1, severity: 1 })
		expect(await getExposure(desk.db, amal.id, today)).toEqual(noExposure)
	})

	test('follows stricter limits of the operator', async () => {
		const { desk, amal, ids } = await begin(engine, 1)
		const strict = { ...desk, limits: { ...desk.limits, severityADay: 1 } }
		await openForReading(strict, ids, amal)
		await expect(openForReading(strict, ids, amal)).rejects.toMatchObject(rest)
	})

	test('is filled by opening in bulk as by opening one after the other', async () => {
		const { desk, amal, ids } = await begin(engine, 3)
		const hind = await desk.hire('Hind', 'supervisor')
		await setCategory(desk, { id: ids[0] ?? '', version: 1, category: 'abuse-material' }, amal)
		await setCategory(desk, { id: ids[1] ?? '', version: 1, category: 'grooming' }, amal)
		await openForReading(desk, ids, amal)
		for (const id of ids) await openForReading(desk, [id], hind)
		const day = { minutes: 0, items: 3, severity: 6 }
		expect(await getExposure(desk.db, amal.id, today)).toEqual(day)
		expect(await getExposure(desk.db, hind.id, today)).toEqual(day)
	})

	test('counts a cluster that is opened together as the heaviest of its cases, and all of them as items', async () => {
		const { desk, amal, ids } = await begin(engine, 4)
		await mergeCases(desk, { ids: ids.slice(0, 3) }, amal)
		const { version } = await desk.get(ids[1] ?? '')
		await setCategory(desk, { id: ids[1] ?? '', version, category: 'violence' }, amal)
		await openForReading(desk, ids, amal)
		expect(await getExposure(desk.db, amal.id, today)).toEqual({ minutes: 0, items: 4, severity: 3 + 1 })
	})

	test('counts a file by its case, and a clearer look at it by one', async () => {
		const { desk, amal, ids } = await begin(engine, 1)
		const [id = ''] = ids
		await setCategory(desk, { id, version: 1, category: 'abuse-material' }, amal)
		const file = await getFile(desk, id)
		await noteAttached(desk, file, amal)
		expect(await getExposure(desk.db, amal.id, today)).toEqual({ minutes: 0, items: 1, severity: 3 })
		await noteAttached(desk, file, amal, 2)
		expect(await getExposure(desk.db, amal.id, today)).toEqual({ minutes: 0, items: 1, severity: 4 })
	})

	test('that is full still opens danger that nobody has seen, one case, and counts it', async () => {
		const { desk, amal } = await begin(engine, 1)
		const [first = '', second = ''] = await desk.receive(2, { lane: 'danger' })
		await fill(desk, amal, 240, 120)
		await expect(openForReading(desk, [first, second], amal), 'not in bulk').rejects.toMatchObject(rest)
		expect((await openForReading(desk, [first], amal)).size).toBe(1)
		expect(await getExposure(desk.db, amal.id, today)).toEqual({ minutes: 240, items: 1, severity: 121 })
		await noteSeen(desk, first, amal)
		await expect(openForReading(desk, [first], amal), 'seen by somebody').rejects.toMatchObject(rest)
	})
})
