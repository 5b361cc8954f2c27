import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languages } from '#base'
import { database, engines } from '../../../../../../tests/support/database.ts'
import { getShown, getShownRealisation, type Evidence } from '../index.ts'
import { plantPlan, readPlan } from './index.ts'

const now = () => new Date('2026-11-29T10:00:00Z')

const open = async (engine: (typeof engines)[number]) => {
	const { kysely: db } = await database(engine)
	await plantPlan({ db, now })
	return db
}

describe.each(engines)('the plan of the founding document on %s', (engine) => {
	test('stands in an empty database from the first start on, and is planted once', async () => {
		const db = await open(engine)
		const plan = await readPlan(db)
		expect(await plantPlan({ db, now })).toBe(false)
		expect(await readPlan(db)).toEqual(plan)
		expect(plan.initiatives.map(({ id, actions }) => [id, actions.map((one) => one.id)])).toEqual([
			['i1', ['i1-a1', 'i1-a2']],
			['i2', ['i2-a1', 'i2-a2', 'i2-a3']],
			['i3', ['i3-a1']],
		])
	})

	test('two starts at once plant it once', async () => {
		const { kysely: db } = await database(engine)
		const planted = await Promise.all([plantPlan({ db, now }), plantPlan({ db, now })])
		expect(planted.filter(Boolean)).toHaveLength(1)
	})

	test('says what is done, what is only said to be done, and that no line has a date', async () => {
		const { initiatives } = await readPlan(await open(engine))
		const actions = initiatives.flatMap((one) => one.actions)
		const shown = actions.map((action) => getShown(action, '2026-11-29'))
		expect(new Set(shown.map(({ state }) => state))).toEqual(new Set(['begun']))
		expect(shown.every(({ hasNoDate }) => hasNoDate)).toBe(true)
		const done = actions.flatMap((action) => action.realisations)
		expect(Object.fromEntries(done.map((one) => [one.id, getShownRealisation(one)]))).toEqual({
			'i1-a1-r1': 'done',
			'i1-a1-r2': 'done',
			'i1-a1-r3': 'done',
			'i1-a1-r4': 'done-said',
			'i1-a2-r1': 'done',
			'i1-a2-r2': 'done-said',
			'i2-a2-r1': 'done-said',
			'i2-a3-r1': 'done-said',
			'i2-a3-r2': 'begun',
			'i3-a1-r1': 'done-said',
		})
	})

	test('speaks four languages', async () => {
		const { initiatives } = await readPlan(await open(engine))
		for (const { title, actions } of initiatives)
			for (const words of [
				title,
				...actions.flatMap((one) => [one.title, ...one.realisations.map((r) => r.title)]),
			])
				expect(languages.filter((language) => words[language] === '')).toEqual([])
	})
})

/** Pages stand below a language; an audience is a part of its address. */
const isPage = (path: string): boolean => {
	const site = 'src/routes/[lang=lang]/(site)'
	const audiences = ['/children', '/teens', '/parents', '/teachers', '/citizens']
	return existsSync(`${site}${audiences.includes(path) ? '/[audience=audience]' : path}/+page.svelte`)
}

test('every piece of evidence leads to a law record or a page that exists', async () => {
	const { initiatives } = await readPlan(await open('pglite'))
	const evidence: Evidence[] = initiatives
		.flatMap(({ actions }) => actions)
		.flatMap((action) => [...action.evidence, ...action.realisations.flatMap((one) => one.evidence)])
	const laws = readdirSync('content/law/instruments').map((name) => name.replace('.yaml', ''))
	const wrong = evidence.filter(
		({ kind, reference }) =>
			(kind === 'law' && !laws.includes(reference)) || (kind === 'page' && !isPage(reference)),
	)
	expect(wrong).toEqual([])
	expect(evidence.filter(({ kind }) => kind === 'law').map(({ reference }) => reference)).toEqual([
		'ma-law-07-03',
		'ma-law-31-08',
		'ma-law-09-08',
		'ma-law-136-12',
		'coe-185',
		'coe-189',
		'ma-law-75-12',
		'las-2010',
	])
})
