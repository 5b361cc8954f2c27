import { describe, expect, test } from 'vitest'
import { makeFolder } from '../../../../../../../tests/support/child.ts'
import { engines } from '../../../../../../../tests/support/database.ts'
import { inAll, openPlan, regions } from '../../../../../../../tests/support/plan-desk.ts'
import { digestAll } from '../../../../../../../tests/support/state-digest.ts'
import { writeThing } from '../../server/index.ts'
import { listForDesk } from '../../viewing/server/index.ts'
import { readSheetFile } from '../index.ts'
import { exportCsv, exportOds, lookAtFile, writePlanFile } from './index.ts'

type World = Awaited<ReturnType<typeof openPlan>>

const read = (file: string | Uint8Array): string[][] => {
	const rows = readSheetFile(typeof file === 'string' ? new TextEncoder().encode(file) : file)
	if (!rows.ok) throw new Error(JSON.stringify(rows.issues))
	return rows.value
}
const look = ({ desk, lead }: World, file: string | Uint8Array, by = lead) =>
	lookAtFile(desk, read(file), { regions, by })
const write = ({ desk, lead }: World, id: string | undefined) =>
	writePlanFile(desk, id ?? '', { regions, by: lead })
const digest = ({ db }: World) => digestAll(db, makeFolder())

const heads = 'id,title_ar,title_fr,title_zgh,title_en,due,state,needs,done_on'
const line = (id: string, more = ',,promised,,') =>
	[id, 'عنوان', `Titre ${id}`, 'ⴰⵣⵡⵍ', `Title ${id}`].join(',') + more

const lines = (count: number): string[] =>
	Array.from({ length: count }, (_, n) =>
		line(`i${1 + (n % 3)}-a${10 + Math.floor(n / 3)}`, ',2027-06-30,begun,,'),
	)

describe.each(engines)('a plan in a file on %s', (engine) => {
	test('with three faults each is said by row and column, and nothing is written', async () => {
		const world = await openPlan(engine)
		const before = await digest(world)
		const bad = lines(60)
		bad[4] = line('i1-a90', ',2027-02-30,begun,,')
		bad[20] = line('i1-a91', ',,late,,')
		bad[40] = line('i1-a92', ',,begun,i9-a9,')
		const found = await look(world, [heads, ...bad].join('\r\n'))
		expect(found).toMatchObject({ id: undefined, lines: 60 })
		expect(found.faults).toEqual([
			{ row: 6, column: 'due', code: 'day' },
			{ row: 22, column: 'state', code: 'unknown' },
			{ row: 42, column: 'needs', code: 'unknown' },
		])
		expect(await digest(world)).toEqual(before)
	})

	test('without faults it is written once asked for, and a second time changes nothing', async () => {
		const world = await openPlan(engine)
		const file = [heads, ...lines(60), line('i1-a10-r1', ',,done,,2026-10')].join('\n')
		const first = await look(world, file)
		expect(first).toMatchObject({ made: 61, changed: 0, faults: [] })
		expect(await write(world, first.id)).toEqual({ made: 61, changed: 0 })
		await expect(write(world, first.id)).rejects.toMatchObject({ code: 'programme.no-file' })
		const before = await digest(world)
		expect(await look(world, file)).toMatchObject({ id: undefined, made: 0, changed: 0, faults: [] })
		expect(await digest(world)).toEqual(before)
	})

	test('a file of somebody else is not theirs to have written', async () => {
		const world = await openPlan(engine)
		const { id } = await look(world, [heads, ...lines(3)].join('\n'), world.second)
		await expect(write(world, id)).rejects.toMatchObject({ code: 'programme.no-file' })
	})

	test('what was exported comes back unchanged, from text and from a spreadsheet', async () => {
		const world = await openPlan(engine)
		const odd = { ...inAll('title', '=1+1 "x", é\nⵣ'), due: '2027-01-31' }
		await writeThing(world.desk, { id: 'i1-a1', version: 1, fields: odd }, { regions, by: world.lead })
		const csv = await exportCsv(world.db, world.lead, 'plan')
		expect(csv).toContain('"\'=1+1 ""x""')
		for (const file of [csv, await exportOds(world.db, world.lead)])
			expect(await look(world, file)).toMatchObject({ lines: 16, made: 0, changed: 0, faults: [] })
	})

	test('a line that somebody changed since the export is merged, or said to be changed', async () => {
		const world = await openPlan(engine)
		const csv = await exportCsv(world.db, world.lead, 'plan')
		const other = { id: 'i1-a1', version: 1, fields: { title_fr: 'Leur titre' } }
		await writeThing(world.desk, other, { regions, by: world.second })
		const mine = csv.replace('Mettre à jour le cadre juridique', 'Mon titre')
		expect((await look(world, mine)).faults).toEqual([{ row: 2, column: 'title_fr', code: 'changed' }])
		const beside = csv.replace('Update the legal framework', 'My title')
		const { id, changed } = await look(world, beside)
		expect(changed).toBe(1)
		await write(world, id)
		const { initiatives } = await listForDesk(world.db, world.lead, '2026-11-29')
		expect(initiatives[0]?.lines[0]?.action.title).toMatchObject({ fr: 'Leur titre', en: 'My title' })
	})

	test('what no longer fits when it is written is not written', async () => {
		const world = await openPlan(engine)
		const { id } = await look(world, 'id,version,title_fr\ni1-a1,1,Mon titre')
		const other = { id: 'i1-a1', version: 1, fields: { title_fr: 'Leur titre' } }
		await writeThing(world.desk, other, { regions, by: world.second })
		await expect(write(world, id)).rejects.toMatchObject({ code: 'programme.file-changed' })
	})

	test('a region’s lead takes along what is theirs, and brings back no more', async () => {
		const world = await openPlan(engine)
		const file = 'id,title_fr,region\ni1-a50,Chez nous,MA-08\ni1-a51,Ailleurs,MA-09'
		expect((await look(world, file, world.regional)).faults).toEqual([
			{ row: 3, column: 'region', code: 'reach' },
		])
		await write(world, (await look(world, file)).id)
		const csv = await exportCsv(world.db, world.regional, 'plan')
		expect(csv).toContain('Chez nous')
		expect(csv).not.toContain('Ailleurs')
		expect(await exportCsv(world.db, world.regional, 'changes')).not.toContain('Ailleurs')
	})
})

test('a thousand lines are judged and written whole', async () => {
	const world = await openPlan()
	const file = [heads, ...lines(1000)].join('\n')
	const { id, made, faults } = await look(world, file)
	expect([made, faults]).toEqual([1000, []])
	expect(await write(world, id)).toEqual({ made: 1000, changed: 0 })
	expect(await look(world, file)).toMatchObject({ made: 0, changed: 0 })
})
