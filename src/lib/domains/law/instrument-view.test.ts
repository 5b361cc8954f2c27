import { expect, test } from 'vitest'
import { makeInstrument, makeLaw, makeTreaty, readLaw } from '../../../../tests/support/law-files.ts'
import { findInstrumentView } from './instrument-view.ts'

const law = readLaw()
const today = new Date('2026-11-25T12:00:00Z')

test('findInstrumentView() brings together provisions, changes, conventions, questions and sources', () => {
	const view = findInstrumentView(law, 'ma-penal-code', today)
	expect(view?.provisions).toHaveLength(104)
	expect(view?.amendedBy.map(({ instrument }) => instrument.id)).toContain('ma-law-07-03')
	expect(view?.serves.map(({ id }) => id)).toContain('coe-185')
	expect(view?.questions.map(({ id }) => id)).toEqual(['J01', 'J07'])
	expect(view?.sources.map(({ id }) => id)).toEqual(['pc-ar', 'pc-fr'])
	expect(view?.isStale).toBe(false)
})

test('findInstrumentView() shows the changes from the other side too, oldest first', () => {
	const { amends } = findInstrumentView(law, 'ma-law-103-13', today) ?? {}
	expect(new Set(amends?.map(({ instrument }) => instrument.id))).toEqual(
		new Set(['ma-penal-code', 'ma-cpp-22-01']),
	)
	expect(amends?.flatMap(({ provisions }) => provisions.map(({ id }) => id))).toContain('pc-503-1-1')
	const days = findInstrumentView(law, 'ma-penal-code', today)?.amendedBy.flatMap(
		({ version }) => version.day ?? [],
	)
	expect(days).toEqual([...(days ?? [])].sort())
})

test('findInstrumentView() joins a treaty and the law that approves it, from both sides', () => {
	expect(findInstrumentView(law, 'ma-law-136-12', today)?.approves.map(({ id }) => id)).toEqual([
		'coe-185',
		'coe-189',
	])
	expect(findInstrumentView(law, 'las-2010', today)?.approvedBy?.id).toBe('ma-law-75-12')
	const numberless = makeLaw({
		'instruments/law-2.yaml': makeInstrument('law-2'),
		'instruments/treaty.yaml': makeTreaty('treaty'),
	})
	expect(findInstrumentView(numberless, 'law-2', today)?.approves).toEqual([])
	expect(findInstrumentView(numberless, 'treaty', today)?.approvedBy).toBeUndefined()
})

test('findInstrumentView() says when a status was looked up too long ago', () => {
	expect(findInstrumentView(law, 'coe-185', new Date('2027-11-26'))?.isStale).toBe(true)
})

test('findInstrumentView() finds nothing for an id that no record has', () => {
	for (const id of ['', 'nothing', 'pc-607-3', '__proto__'])
		expect(findInstrumentView(law, id, today)).toBeUndefined()
})
