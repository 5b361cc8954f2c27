import { expect, test } from 'vitest'
import {
	makeInstrument,
	makeLaw,
	makeLawSituation,
	makeMapping,
	makeVersion,
	readLaw,
} from '../../../../tests/support/law-files.ts'
import { getWorklist, workKinds, type WorkItem } from './worklist.ts'

const law = readLaw()
const today = new Date('2026-11-25T12:00:00Z')
const find = (changes: Record<string, unknown>, kind: WorkItem['kind'], at = today): string[] =>
	getWorklist(makeLaw(changes), at)
		.filter((item) => item.kind === kind)
		.map(({ id, says }) => `${id}: ${says}`)

test('getWorklist() names the place of everything that waits', () => {
	for (const { place } of getWorklist(law, today))
		expect(place).toMatch(/^content\/law\/[a-z0-9/-]+\.yaml:\d+$/u)
})

test('getWorklist() begins with what is most urgent, questions first', () => {
	const list = getWorklist(law, today)
	const priorities = list.map(({ priority }) => priority)
	expect(priorities).toEqual([...priorities].sort())
	expect(list.slice(0, 20).every(({ kind, priority }) => kind === 'question' && priority === 1)).toBe(true)
	expect(
		list
			.filter(({ kind }) => kind === 'question')
			.map(({ id }) => id)
			.sort(),
	).toEqual(law.questions.map(({ id }) => id).sort())
})

test('getWorklist() keeps what the writers of the words noticed', () => {
	const noted = getWorklist(law, today).filter(({ kind }) => kind === 'contradiction' || kind === 'unchecked')
	for (const id of ['map-arab-43', 'map-un-41', 'map-crc-34', 'map-arab-12', 'map-ets189-6', 'map-arab-31'])
		expect(noted.map((item) => item.id)).toContain(id)
})

test('getWorklist() says what is blank about law 75-12', () => {
	const blanks = getWorklist(law, today).filter(({ id, kind }) => id === 'ma-law-75-12' && kind === 'blank')
	expect(blanks.map(({ says }) => says)).toContain('day of promulgation is not known')
})

test('getWorklist() takes an answered question off, and a record that a jurist has read', () => {
	const answer = { says: { ar: 'x', fr: 'x', en: 'x' }, by: 'A. Jurist', on: '2026-12-01' }
	const questions = [{ id: 'J01', priority: 1, asks: { ar: 'x', fr: 'x', en: 'x' }, answer }]
	expect(find({ 'questions.yaml': questions }, 'question')).toEqual([])
	const review = { by: 'A. Jurist', on: '2026-12-01' }
	expect(find({}, 'unread')).toContain('map-1: no jurist has read it')
	expect(find({ 'mappings/treaty.yaml': [makeMapping('map-1', { review })] }, 'unread')).not.toContain(
		'map-1: no jurist has read it',
	)
})

test.each<[string, Record<string, unknown>, string]>([
	[
		'covered with a lack',
		{ gapType: 'wording' },
		'is covered, and names a lack (wording): which of the two holds?',
	],
	['covered by nothing', { answers: [] }, 'is covered, and names no Moroccan provision'],
	[
		'covered and to be filled',
		{ fill: { ar: 'x', fr: 'x', en: 'x' } },
		'is covered, and says what would fill the gap',
	],
	['partly covered without a lack', { assessment: 'partly' }, 'is partly, and names no lack'],
])('getWorklist() doubts an assessment that is %s', (_, changes, says) => {
	expect(find({ 'mappings/treaty.yaml': [makeMapping('map-1', changes)] }, 'contradiction')).toEqual([
		`map-1: ${says}`,
	])
})

test('getWorklist() finds nothing stale today and everything a year later', () => {
	expect(find({}, 'stale')).toEqual([])
	const later = find({}, 'stale', new Date('2027-12-01'))
	expect(later).toContain('code: its status was looked up on 2026-11-24')
	expect(later).toContain('map-1: was assessed on 2026-11-24')
	expect(later).toContain('sit-one: its words in fr were checked on 2026-11-25')
})

test('getWorklist() names blanks: days, words in a language', () => {
	expect(
		find({ 'versions.yaml': [makeVersion('code-by-law-1', { day: null, basis: null })] }, 'blank'),
	).toContain('code-by-law-1: the day of this change is not known')
	const quiet = {
		'situations.yaml': [
			makeLawSituation('sit-one', { topics: ['passwords'], gap: { ar: null, fr: 'x', en: 'x' } }),
		],
	}
	expect(find(quiet, 'blank')).toContain('sit-one: gap is missing in ar')
	const named = {
		'instruments/law-1.yaml': makeInstrument('law-1', {
			namesConfidence: 'unverified',
			confidence: 'unverified',
		}),
	}
	expect(find(named, 'unverified')).toEqual([
		'law-1: named, but not found in a dependable source',
		'law-1: its names were not found in a dependable source',
	])
})

test('getWorklist() knows only the kinds that it lists', () => {
	expect(new Set(getWorklist(law, today).map(({ kind }) => kind))).not.toContain('stale')
	for (const { kind } of getWorklist(law, new Date('2030-01-01'))) expect(workKinds).toContain(kind)
})
