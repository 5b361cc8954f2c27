import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
	makeInstrument,
	makeLaw,
	makeLawParts,
	makeProvision,
	makeTreaty,
	makeVersion,
	readLaw,
} from '../../../../tests/support/law-files.ts'
import { getStateOn, getStateTurns, stateReasons } from './state-on.ts'

const law = readLaw()
const ids = [...law.instruments, ...law.provisions].map(({ id }) => id)
const anyId = fc.constantFrom(...ids)
const anyDay = fc
	.date({ min: new Date('1955-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10))
const rank = { 'not-yet': 0, unknown: 1, 'in-force': 2 } as const

test('getStateOn() knows a law from its first day in force on, and not a day sooner', () => {
	const { inForce } = law.instruments.find(({ id }) => id === 'ma-law-103-13') ?? {}
	expect(inForce).toBe('2018-09-12')
	expect(getStateOn(law, 'ma-law-103-13', '2018-09-11')).toMatchObject({ is: 'not-yet', why: 'before-entry' })
	expect(getStateOn(law, 'ma-law-103-13', '2018-09-12')).toMatchObject({
		is: 'in-force',
		why: 'entry-recorded',
	})
})

test.each([
	['ma-penal-code', '1963-06-16', '1963-06-17'],
	['ma-cpp-22-01', '2003-09-30', '2003-10-01'],
])('getStateOn() knows %s from the day that its own text gives: not on %s, on %s', (id, before, day) => {
	expect(getStateOn(law, id, before)).toMatchObject({ is: 'not-yet', why: 'before-entry' })
	expect(getStateOn(law, id, day)).toMatchObject({ is: 'in-force', why: 'entry-recorded' })
})

test('getStateOn() says of an article that was added that it did not bind before', () => {
	expect(getStateOn(law, 'pc-607-3', '2003-12-21')).toMatchObject({
		is: 'not-yet',
		why: 'before-added',
		by: 'ma-law-07-03',
	})
	expect(getStateOn(law, 'pc-607-3', '2003-12-22')).toMatchObject({ is: 'in-force', why: 'change-recorded' })
})

test('getStateOn() does not guess how an article read before a change', () => {
	expect(getStateOn(law, 'cpp-108', '2025-12-07')).toMatchObject({
		is: 'unknown',
		why: 'wording-before-change',
	})
	expect(getStateOn(law, 'cpp-108', '2025-12-08')).toMatchObject({ is: 'in-force' })
	expect(getStateOn(law, 'pc-574-2', '2023-01-01')).toMatchObject({ is: 'unknown', why: 'change-not-dated' })
})

test.each([
	['cpp-41-1', '2025-12-07', 'ma-law-03-23'],
	['cpp-82-5-3', '2025-12-07', 'ma-law-03-23'],
	['pc-35-1', '2025-08-21', 'ma-law-43-22'],
	['pc-35-3', '2025-08-21', 'ma-law-43-22'],
	['pc-444-1', '2018-09-11', 'ma-law-103-13'],
	['pc-444-2', '2018-09-11', 'ma-law-103-13'],
	['pc-323-1', '2018-09-11', 'ma-law-103-13'],
	['pc-503-2-dbl', '2004-01-04', 'ma-law-24-03'],
])(
	'getStateOn() says of %s, which the consolidated copy says was added, that there was nothing on %s',
	(id, day, by) => {
		expect(getStateOn(law, id, day)).toMatchObject({ is: 'not-yet', why: 'before-added', by })
	},
)

test('getStateOn() says that it does not know which, where a source says neither added nor changed', () => {
	const either = makeLaw({
		'versions.yaml': [makeVersion('code-by-law-1', { change: 'added-or-changed' })],
	})
	expect(getStateOn(either, 'code-447-3', '2004-12-31')).toEqual({
		is: 'unknown',
		why: 'added-or-changed',
		day: '2005-01-01',
		by: 'law-1',
	})
	expect(getStateOn(law, 'pc-503-1', '2003-12-31')).toMatchObject({
		why: 'added-or-changed',
		by: 'ma-law-24-03',
	})
	expect(getStateOn(law, 'pc-503-1', '2010-01-01')).toMatchObject({
		why: 'wording-before-change',
		by: 'ma-law-103-13',
	})
})

test('getStateOn() says that an article was worded otherwise only where a source says that it was changed', () => {
	for (const { id } of law.provisions)
		for (const { state } of getStateTurns(law, id)) {
			if (state.why !== 'wording-before-change') continue
			const change = law.versions.find(({ by, provisions }) => by === state.by && provisions.includes(id))
			expect([id, change?.change]).toEqual([id, 'changed'])
		}
})

test('getStateOn() gives one answer for one article, whatever variant of it is asked for', () => {
	for (const { id, variantOf } of law.provisions) {
		if (variantOf === undefined) continue
		for (const day of ['1990-01-01', '2003-12-31', '2010-01-01', '2017-06-01', '2020-01-01', '2026-06-01'])
			expect([id, day, getStateOn(law, id, day)]).toEqual([id, day, getStateOn(law, variantOf, day)])
	}
})

test('getStateOn() is sure from the last change on, even where an older change has no day', () => {
	const undated = { change: 'changed', day: null, basis: null }
	const older = makeLaw({
		'versions.yaml': [
			makeVersion('code-by-law-1', undated),
			makeVersion('code-by-law-2', { by: 'law-2', change: 'changed', day: '2015-01-01' }),
		],
		'instruments/law-2.yaml': makeInstrument('law-2', {
			promulgation: { reference: null, day: '2014-12-01' },
			bulletin: { ar: { number: null, day: null, page: null }, fr: { number: null, day: null, page: null } },
			inForce: null,
		}),
	})
	expect(getStateOn(older, 'code-447-3', '2014-12-31')).toMatchObject({ is: 'unknown' })
	expect(getStateOn(older, 'code-447-3', '2015-01-01')).toMatchObject({ is: 'in-force', by: 'law-2' })
	const newer = makeLaw({
		'versions.yaml': [
			makeVersion('code-by-law-1', { change: 'changed' }),
			makeVersion('code-by-law-2', { by: 'law-2', ...undated }),
		],
		'instruments/law-2.yaml': makeInstrument('law-2', {
			promulgation: { reference: null, day: '2014-12-01' },
			bulletin: { ar: { number: null, day: null, page: null }, fr: { number: null, day: null, page: null } },
			inForce: null,
		}),
	})
	expect(getStateOn(newer, 'code-447-3', '2015-01-01')).toMatchObject({ why: 'change-not-dated' })
})

test('getStateOn() leaves open what no record says about a law whose entry into force is blank', () => {
	expect(getStateOn(law, 'ma-law-09-08', '2009-02-17')).toMatchObject({
		is: 'not-yet',
		why: 'before-promulgation',
	})
	expect(getStateOn(law, 'ma-law-09-08', '2015-06-01')).toMatchObject({
		is: 'unknown',
		why: 'entry-not-recorded',
	})
	expect(getStateOn(law, 'ma-law-09-08', '2026-11-25')).toMatchObject({ is: 'in-force', why: 'looked-up' })
})

test.each([
	['coe-201', 'not-yet', 'not-party'],
	['un-cyber-2024', 'not-yet', 'not-ratified'],
	['ma-bill-29-24', 'not-yet', 'bill'],
	['ma-bill-22-20', 'not-yet', 'withdrawn'],
	['las-2010', 'unknown', 'deposit-not-found'],
	['ma-law-75-12', 'unknown', 'status-unknown'],
])('getStateOn() says of %s today: %s, %s', (id, is, why) => {
	expect(getStateOn(law, id, '2026-11-25')).toMatchObject({ is, why })
})

test('getStateOn() trusts a status for a year and then says that it was looked up too long ago', () => {
	for (const id of ['coe-185', 'bud-9', 'coe-201', 'ma-penal-code']) {
		expect(getStateOn(law, id, '2027-11-24').why).not.toBe('looked-up-too-long-ago')
		expect(getStateOn(law, id, '2027-11-25')).toMatchObject({ is: 'unknown', why: 'looked-up-too-long-ago' })
	}
})

test('getStateOn() follows two changes of one article', () => {
	const twice = makeLaw({
		'versions.yaml': [
			makeVersion('code-by-law-1'),
			makeVersion('code-by-law-1-2', { change: 'added-or-changed', day: '2015-01-01' }),
		],
	})
	const states = ['2004-12-31', '2005-01-01', '2014-12-31', '2015-01-01'].map(
		(day) => getStateOn(twice, 'code-447-3', day).is,
	)
	expect(states).toEqual(['not-yet', 'unknown', 'unknown', 'in-force'])
})

test('getStateOn() lets an article of a law that nothing changed follow its law', () => {
	const plain = makeLaw({
		'versions.yaml': [makeVersion('code-by-law-1', { provisions: [] })],
		'provisions/law-1.yaml': [makeProvision('law-1-1')],
	})
	for (const day of ['2004-12-31', '2005-01-01', '2026-01-01'])
		expect(getStateOn(plain, 'law-1-1', day)).toEqual(getStateOn(plain, 'law-1', day))
})

test('getStateOn() takes a change that is recorded as proof that a code was in force on that day', () => {
	const { 'instruments/code.yaml': code } = makeLawParts()
	const blank = makeLaw({ 'instruments/code.yaml': { ...(code as object), inForce: null } })
	expect(getStateOn(blank, 'code', '2004-12-31')).toMatchObject({ is: 'unknown', why: 'entry-not-recorded' })
	expect(getStateOn(blank, 'code', '2005-01-01')).toMatchObject({
		is: 'in-force',
		why: 'change-recorded',
		by: 'law-1',
	})
})

test('getStateOn() knows that a treaty binds nobody before the deposit', () => {
	const deposited = makeLaw({ 'instruments/treaty.yaml': makeTreaty('treaty', { inForce: null }) })
	expect(getStateOn(deposited, 'treaty-1', '2010-01-31')).toMatchObject({
		is: 'not-yet',
		why: 'before-deposit',
	})
	expect(getStateOn(deposited, 'treaty-1', '2010-02-01')).toMatchObject({
		is: 'unknown',
		why: 'entry-not-recorded',
	})
})

test('getStateOn() knows nothing about an instrument without any day but that of its look-up', () => {
	const bare = makeLaw({
		'instruments/law-2.yaml': makeInstrument('law-2', {
			inForce: null,
			promulgation: { reference: null, day: null },
			bulletin: { ar: { number: null, day: null, page: null }, fr: { number: null, day: null, page: null } },
		}),
	})
	expect(getStateOn(bare, 'law-2', '1990-01-01')).toEqual({ is: 'unknown', why: 'entry-not-recorded' })
	expect(getStateOn(bare, 'law-2', '2026-11-24')).toMatchObject({ is: 'in-force', why: 'looked-up' })
})

test('getStateOn() refuses an id that no record has', () => {
	expect(() => getStateOn(law, 'nothing', '2026-11-25')).toThrow(
		expect.objectContaining({ code: 'law.not-found', status: 404 }) as Error,
	)
})

test('getStateOn() never has a provision in force before its instrument', () => {
	fc.assert(
		fc.property(fc.constantFrom(...law.provisions), anyDay, ({ id, instrument }, day) => {
			if (getStateOn(law, id, day).is === 'in-force')
				expect(getStateOn(law, instrument, day).is).toBe('in-force')
			if (getStateOn(law, instrument, day).is === 'not-yet')
				expect(getStateOn(law, id, day).is).toBe('not-yet')
		}),
		{ numRuns: 3000 },
	)
})

test('getStateOn() only grows surer with the days, until a status is too old', () => {
	fc.assert(
		fc.property(anyId, anyDay, anyDay, (id, one, other) => {
			const [early, late] = one < other ? [one, other] : [other, one]
			const later = getStateOn(law, id, late)
			if (later.why === 'looked-up-too-long-ago') return
			expect(rank[later.is]).toBeGreaterThanOrEqual(rank[getStateOn(law, id, early).is])
		}),
		{ numRuns: 3000 },
	)
})

test('getStateOn() changes its answer only on a day of getStateTurns()', () => {
	fc.assert(
		fc.property(anyId, anyDay, anyDay, (id, one, other) => {
			const [early, late] = one < other ? [one, other] : [other, one]
			const isSame = !getStateTurns(law, id).some(({ from }) => from > early && from <= late)
			if (isSame) expect(getStateOn(law, id, late)).toEqual(getStateOn(law, id, early))
		}),
		{ numRuns: 3000 },
	)
})

test('getStateOn() keeps unknown what has no date: such a record is never in force before it was read', () => {
	for (const provision of law.provisions.filter(({ changedBy, since }) => changedBy.length > 0 && !since)) {
		const { status } = law.instruments.find(({ id }) => id === provision.instrument) ?? {}
		const read = status?.consolidatedTo ?? status?.asOf ?? ''
		for (const { from, state } of getStateTurns(law, provision.id))
			if (state.is === 'in-force') expect(from >= read).toBe(true)
	}
})

test('getStateTurns() begins at the beginning, goes forward, and gives only reasons that have words', () => {
	for (const id of ids) {
		const turns = getStateTurns(law, id)
		const days = turns.map(({ from }) => from)
		expect(days[0]).toBe('')
		expect(days).toEqual([...new Set(days)].sort())
		for (const { state } of turns) expect(stateReasons).toContain(state.why)
	}
})
