import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCircle } from './circle.ts'
import { emptyFields, type Fields } from './columns.ts'
import { judgeSheet, type StandingPlan, type StandingThing } from './judge.ts'
import { readSheet } from './read-sheet.ts'

const standing = (fields: Fields, more: Partial<StandingThing> = {}): StandingThing => ({
	fields: { ...emptyFields('action'), title_fr: 'Une action', ...fields },
	version: 3,
	region: '',
	isPublished: true,
	dueFirst: '2027-01-31',
	...more,
})

const plan = (
	things: Readonly<Record<string, StandingThing>> = {},
	more: Partial<StandingPlan> = {},
): StandingPlan => ({
	initiatives: new Set(['i1', 'i2']),
	parties: new Set(['ministry']),
	regions: new Set(['MA-08', 'MA-09']),
	things: new Map(Object.entries(things)),
	getBase: () => emptyFields('action'),
	mayWrite: () => true,
	...more,
})

const judge = (rows: readonly (readonly string[])[], standingPlan: StandingPlan = plan()) => {
	const { lines, faults } = readSheet(rows)
	const judged = judgeSheet(lines, standingPlan)
	return { edits: judged.edits, faults: [...faults, ...judged.faults] }
}
const faultsOf = (rows: readonly (readonly string[])[], standingPlan?: StandingPlan) =>
	judge(rows, standingPlan).faults.map(({ row, column, code }) => `${row} ${column} ${code}`)

test('each fault is found in its row and column', () => {
	expect(
		faultsOf([
			['id', 'title_fr', 'due', 'owner', 'state', 'audiences', 'region', 'needs', 'done_on'],
			['i1-a1', 'Une action', '2027-02-30', '', 'begun', '', '', '', ''],
			['i1-a2', '', '2027-02-28', 'nobody', 'begun', '', '', '', ''],
			['i1-a2', 'Encore', '', '', 'begun', '', '', '', ''],
			['i9-a1', 'Une action', '', '', 'late', 'cats', 'MA-99', 'i1-a77', ''],
			['what', 'Une action', '', '', 'begun', '', '', '', ''],
			['i1-a3', 'Abandon', '', '', 'dropped', '', '', '', ''],
			['i1-a3-r1', 'Fait', '', '', 'done', '', '', '', '2027-13'],
			['i1-a8-r1', 'Fait', '2027-01-01', '', 'done', '', '', '', '2027'],
			['i1-a4', 'a\u0007b', '', '', 'begun', '', '', 'i1-a4', '', 'beyond'],
		]),
	).toEqual(
		expect.arrayContaining([
			'2 due day',
			'3 title_fr missing',
			'3 owner unknown',
			'4 id twice',
			'5 id unknown',
			'5 state unknown',
			'5 audiences unknown',
			'5 region unknown',
			'5 needs unknown',
			'6 id id',
			'7 state reason',
			'8 done_on day',
			'9 id unknown',
			'9 due column',
			'10 title_fr signs',
			'10 needs circle',
			'10 id column',
		]),
	)
})

test('heads that are not known, stand twice or lack the id are said, and nothing else is read', () => {
	expect(
		faultsOf([
			['title_fr', 'titel', 'title_fr'],
			['x', 'y', 'z'],
		]),
	).toEqual(['1 titel column', '1 title_fr twice', '1 id missing'])
})

test('a line that says what stands already is no edit; columns that are not there stay as they are', () => {
	const things = { 'i1-a1': standing({ title_ar: 'عمل', owner: 'ministry' }) }
	expect(
		judge(
			[
				['id', 'title_fr', 'state'],
				['i1-a1', ' Une action ', 'promised'],
			],
			plan(things),
		),
	).toEqual({
		edits: [],
		faults: [],
	})
	const { edits } = judge(
		[
			['id', 'title_fr'],
			['i1-a1', 'Autre'],
		],
		plan(things),
	)
	expect(edits[0]?.is).toMatchObject({ title_fr: 'Autre', title_ar: 'عمل', owner: 'ministry' })
})

test('a published date moves with a reason only, and the first never changes', () => {
	const things = plan({ 'i1-a1': standing({ due: '2027-01-31' }) })
	const rows = (due: string, reason: string, first = '2027-01-31') => [
		['id', 'due', 'reason_fr', 'due_first'],
		['i1-a1', due, reason, first],
	]
	expect(faultsOf(rows('2027-03-31', ''), things)).toEqual(['2 due reason'])
	expect(faultsOf(rows('', ''), things)).toEqual(['2 due reason'])
	expect(faultsOf(rows('2027-03-31', 'La salle est fermée'), things)).toEqual([])
	expect(faultsOf(rows('2027-01-31', '', '2027-02-01'), things)).toEqual(['2 due_first first'])
})

test('a line that was exported before somebody else wrote is merged, or said to be changed', () => {
	const things = { 'i1-a1': standing({ title_fr: 'Leur titre', owner: 'ministry' }) }
	const base = { ...emptyFields('action'), title_fr: 'Titre', owner: '' }
	const world = plan(things, { getBase: () => base })
	const heads = ['id', 'version', 'title_fr', 'owner', 'source']
	expect(faultsOf([heads, ['i1-a1', '2', 'Mon titre', '', '']], world)).toEqual(['2 title_fr changed'])
	expect(judge([heads, ['i1-a1', '2', 'Titre', '', 'note']], world).edits[0]?.is).toMatchObject({
		title_fr: 'Leur titre',
		owner: 'ministry',
		source: 'note',
	})
})

test('what lies in another region is not written, nor moved out of one’s own', () => {
	const things = { 'i1-a1': standing({ region: 'MA-08' }, { region: 'MA-08' }) }
	const world = plan(things, { mayWrite: (region) => region === 'MA-08' })
	const heads = ['id', 'title_fr', 'region']
	expect(
		faultsOf([heads, ['i1-a1', 'a', 'MA-08'], ['i1-a2', 'a', 'MA-09'], ['i1-a3', 'a', '']], world),
	).toEqual(['3 region reach', '4 region reach'])
	expect(faultsOf([heads, ['i1-a1', 'a', 'MA-09']], world)).toEqual(['2 region reach'])
})

test('a circle is what waits for itself, and nothing else', () => {
	expect(
		[
			...findCircle(
				new Map([
					['a', ['b']],
					['b', ['c']],
					['c', ['a']],
					['d', ['a']],
					['e', []],
				]),
			),
		].sort(),
	).toEqual(['a', 'b', 'c', 'd'])
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(20))), (pairs) => {
			const needs = new Map<string, string[]>(Array.from({ length: 21 }, (_, id) => [String(id), []]))
			for (const [a, b] of pairs) if (a > b) needs.get(String(a))?.push(String(b))
			expect(findCircle(needs).size).toBe(0)
		}),
	)
})
