import { beforeEach, expect, test } from 'vitest'
import type { Figure } from '#domains/programme/figures'
import { freezeFigures } from '#domains/programme/figures/server'
import { plantPlan } from '#domains/programme/plan/server'
import { parseCsv } from '#tools/open-data/csv'
import { setDatabase } from '#server/process/database'
import { database, engines } from '../../../tests/support/database.ts'
import { findProgrammeFile, programmeFiles } from './programme/files.ts'
import { makeTile } from './programme/tile.ts'
import { forgetScoreboard, getHourBuilt, getScoreboard, stayWhile } from './scoreboard.ts'

const origin = 'https://thiqa.example'
const start = new Date('2026-11-29T10:00:00Z')
const later = (seconds: number): Date => new Date(start.getTime() + seconds * 1000)
const figure: Figure = {
	indicator: 'sessions-held',
	place: 'MA-TAT',
	period: '2026-Q3',
	value: 12,
	low: undefined,
	high: undefined,
	status: 'shown',
	method: 'sessions/1',
}

beforeEach(forgetScoreboard)

const open = async (engine: (typeof engines)[number]) => {
	const opened = await database(engine)
	setDatabase(opened)
	await plantPlan({ db: opened.kysely, now: () => start })
	const publish = (value = 12, place: string = figure.place) =>
		opened.kysely
			.transaction()
			.execute((trx) =>
				freezeFigures(trx, [{ ...figure, value, place }], { by: null, second: null, now: start }),
			)
	return { ...opened, publish }
}

test.each(engines)('the scoreboard is true with the seed alone, on %s', async (engine) => {
	await open(engine)
	const { frozen } = await getScoreboard(start)
	expect(frozen.board.counts).toMatchObject({
		actions: 6,
		done: 0,
		begun: 6,
		late: 0,
		silent: 0,
		undated: 6,
		unowned: 6,
	})
	expect(frozen.board.counts.said).toBeGreaterThan(0)
	expect(frozen.published.figures).toEqual([])
})

test.each(engines)('a second after something is published it is there, on %s', async (engine) => {
	const { publish } = await open(engine)
	const before = await getScoreboard(start)
	await publish()
	expect(await getScoreboard(later(0.5))).toBe(before)
	const after = await getScoreboard(later(1.1))
	expect(after.frozen.published.figures).toHaveLength(1)
	expect(after.frozen.version).not.toBe(before.frozen.version)
	expect(await getScoreboard(later(3))).toBe(after)
})

test('a page stays in memory when what it shows was not touched', async () => {
	const { publish } = await open('pglite')
	const built = await getScoreboard()
	const [souss, oriental, actions] = ['MA-09', 'MA-02', 'actions'].map((part) => stayWhile(built, part))
	await publish()
	await expect.poll(() => souss?.isStill()).toBe(false)
	expect(await oriental?.isStill()).toBe(true)
	expect(await actions?.isStill()).toBe(true)
})

test('a study whose result is overdue is on the board, of those that everybody sees, until it is published or stopped', async () => {
	const { kysely } = await open('pglite')
	const plant = (number: number, state: string, publishOn: string) => {
		const isPublic = state !== 'registered'
		return kysely
			.insertInto('trial')
			.values({
				number,
				state,
				protocol: JSON.stringify({ publishOn }),
				protocol_hash: 'h',
				region: null,
				registered_by: crypto.randomUUID(),
				registered_at: start,
				stop_reason: null,
				approved_by: isPublic ? crypto.randomUUID() : null,
				approved_at: isPublic ? start : null,
				stop_asked_by: null,
				stop_agreed_by: null,
			})
			.execute()
	}
	const [due, coming] = ['2026-08-30', '2026-08-31']
	for (const [index, state] of ['drawn', 'stopping', 'registered', 'published', 'stopped'].entries())
		await plant(index + 1, state, due)
	await plant(6, 'drawn', coming)
	const listIds = async (at: Date) => (await getScoreboard(at)).frozen.overdue.map(({ id }) => id)
	expect(await listIds(start)).toEqual(['t1', 't2'])
	forgetScoreboard()
	const built = await getScoreboard()
	const [whole, actions] = ['all', 'actions'].map((part) => stayWhile(built, part))
	await kysely.updateTable('trial').set({ state: 'published' }).where('number', '=', 1).execute()
	await expect.poll(() => whole?.isStill()).toBe(false)
	expect(await actions?.isStill()).toBe(true)
	forgetScoreboard()
	expect(await listIds(start)).toEqual(['t2'])
	expect(await listIds(new Date('2026-11-30T10:00:00Z'))).toEqual(['t2', 't6'])
})

test('at midnight the board is another day’s, with the same version', async () => {
	await open('pglite')
	const today = await getScoreboard(new Date('2026-11-29T12:00:00Z'))
	const tomorrow = await getScoreboard(new Date('2026-11-30T12:00:00Z'))
	expect([today, tomorrow].map(({ frozen }) => frozen.board.today)).toEqual(['2026-11-29', '2026-11-30'])
	expect(tomorrow.frozen.version).toBe(today.frozen.version)
})

test('while the database is away the last one stays, with its hour; nothing at all is a refusal', async () => {
	const { kysely } = await open('pglite')
	const built = await getScoreboard(start)
	const away = { ...(await database('pglite')), kysely: kysely.withSchema('nowhere') }
	const broken = new Proxy(away, {
		get: (target, name) => {
			if (name === 'kysely') throw new Error('the database is away')
			return Reflect.get(target, name) as unknown
		},
	})
	setDatabase(broken)
	const later = await getScoreboard(new Date('2026-11-29T15:00:00Z'))
	expect(later).toBe(built)
	expect(getHourBuilt(later)).toMatchObject({ day: '2026-11-29', at: start })
	forgetScoreboard()
	await expect(getScoreboard(start)).rejects.toMatchObject({ code: 'scoreboard.away' })
})

test('table, package, page, tile and feed are of one text: the same version and the same numbers', async () => {
	const { publish } = await open('pglite')
	await publish(12)
	await publish(7, 'MA-ZAG')
	const built = await getScoreboard(start)
	const read = (name: string): string => findProgrammeFile(built, name, origin)?.text ?? ''
	const [heads = [], ...lines] = parseCsv(read('figures.csv'))
	const values = lines.map((line) => Number(line[heads.indexOf('value')])).sort((a, b) => a - b)
	expect(values).toEqual(
		built.frozen.published.figures.map(({ value }) => value).sort((a = 0, b = 0) => a - b),
	)
	expect(
		[...read('adx.xml').matchAll(/value="([0-9]+)"/gu)]
			.map(([, value]) => Number(value))
			.sort((a, b) => a - b),
	).toEqual(values)
	const described = JSON.parse(read('datapackage.json')) as {
		version: string
		resources: { name: string; bytes: number }[]
	}
	expect(described.version).toBe(built.frozen.version)
	for (const { name, bytes } of described.resources)
		expect(bytes).toBe(Buffer.byteLength(read(`${name}.csv`)))
	const tile = makeTile(built, 'fr', origin)
	expect(tile).toContain(built.frozen.version)
	expect(tile).toContain('Sur 6 actions promises')
	expect(tile).not.toMatch(/<script|cookie|\ssrc=/u)
	expect(read('iati.xml')).toContain(built.frozen.version)
	const json = JSON.parse(read('programme.json')) as { version: string; figures: { value: number }[] }
	expect([json.version, json.figures.map(({ value }) => value).sort((a, b) => a - b)]).toEqual([
		built.frozen.version,
		values,
	])
})

test('every file is made, once, and a name that is none is none', async () => {
	await open('pglite')
	const built = await getScoreboard(start)
	for (const name of programmeFiles) {
		const file = findProgrammeFile(built, name, origin)
		expect(file?.text.length, name).toBeGreaterThan(20)
		expect(findProgrammeFile(built, name, origin)?.text).toBe(file?.text)
	}
	expect(findProgrammeFile(built, 'constructor', origin)).toBeUndefined()
	expect(findProgrammeFile(built, 'passwd', origin)).toBeUndefined()
})
