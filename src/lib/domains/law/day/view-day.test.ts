import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeInstrument, makeLaw, makeVersion, readLaw } from '../../../../../tests/support/law-files.ts'
import { getStateOn } from '../state-on.ts'
import { viewDay, type DayText } from './view-day.ts'

const law = readLaw()
const viewText = (corpus: typeof law, day: string, text: string): DayText => {
	const view = viewDay(corpus, day, text)
	if (view.kind !== 'text') throw new Error(`no text was found: ${view.kind}`)
	return view
}

test('viewDay() shows every instrument once, under what it is on the day', () => {
	const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
	fc.assert(
		fc.property(days, (at) => {
			const day = at.toISOString().slice(0, 10)
			const view = viewDay(law, day, '')
			if (view.kind !== 'all') throw new Error('not all texts')
			const shown = Object.values(view.states).flat()
			expect(shown).toHaveLength(law.instruments.length)
			for (const [is, own] of Object.entries(view.states))
				for (const { instrument } of own) expect(getStateOn(law, instrument.id, day).is).toBe(is)
		}),
		{ numRuns: 50 },
	)
})

test.each([
	['2018-09-30', 'not-yet'],
	['2018-10-01', 'in-force'],
	['2018-10-02', 'in-force'],
])('viewDay() turns on the day itself: the Budapest Convention on %s is %s', (day, is) => {
	const view = viewText(law, day, 'coe-185')
	expect(view.state.is).toBe(is)
	expect(view.turns.filter(({ isNow }) => isNow)).toHaveLength(1)
	expect(view.turns.find(({ isNow }) => isNow)?.turn.state).toEqual(view.state)
	expect(view.provisions).toHaveLength(34)
})

test('viewDay() shows an article beside the text that it stands in', () => {
	const before = viewText(law, '2003-12-21', 'pc-607-3')
	expect(before.provision?.id).toBe('pc-607-3')
	expect(before.instrument.id).toBe('ma-penal-code')
	expect(before.state).toMatchObject({ is: 'not-yet', by: 'ma-law-07-03' })
	expect(before.whole.is).not.toBe('not-yet')
	expect(viewText(law, '2003-12-22', 'pc-607-3').state.is).toBe('in-force')
})

test('viewDay() sorts changes by whether they had taken effect: on their first day they had', () => {
	const changed = makeLaw({
		'instruments/law-2.yaml': makeInstrument('law-2', { promulgation: { reference: null, day: null } }),
		'versions.yaml': [
			makeVersion('late', { day: '2012-05-05' }),
			makeVersion('early', { day: '2005-01-01' }),
			makeVersion('undated', { by: 'law-2', day: null, basis: null }),
		],
	})
	const getTimes = (day: string, text: string): string[] =>
		viewText(changed, day, text).changes.map(({ version, when }) => `${version.id} ${when}`)
	for (const text of ['code', 'code-447-3']) {
		expect(getTimes('2004-12-31', text)).toEqual(['early later', 'late later', 'undated undated'])
		expect(getTimes('2005-01-01', text)).toEqual(['early by-then', 'late later', 'undated undated'])
		expect(getTimes('2012-05-05', text)).toEqual(['early by-then', 'late by-then', 'undated undated'])
	}
})

test('viewDay() says unknown where records end: a year after the look-up', () => {
	expect(viewText(law, '2099-01-01', 'ma-penal-code').state).toMatchObject({
		is: 'unknown',
		why: 'looked-up-too-long-ago',
	})
})

test.each(['nothing', '__proto__', 'constructor', 'J01', 'map-bud-2', '../etc/passwd', 'PC-607-3', ' '])(
	'viewDay() finds no text behind %j',
	(text) => {
		expect(viewDay(law, '2020-01-01', text)).toEqual({ kind: 'not-found', day: '2020-01-01' })
	},
)
