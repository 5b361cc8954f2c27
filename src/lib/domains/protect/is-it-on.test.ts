import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeTestFilter } from '../../../../tests/support/filters.ts'
import {
	judge,
	probeNames,
	readOutcome,
	runProbes,
	toProbeHost,
	type Outcome,
	type Probe,
	type ProbeName,
	type Scope,
} from './is-it-on.ts'
import { targets } from './targets/all.ts'

const outcomes = ['plain', 'safe', 'strange', 'failed', 'timed-out'] as const

/** Probes in the order of a run; each name with its outcomes. */
const make = (changes: Partial<Record<ProbeName, readonly Outcome[]>> = {}): Probe[] =>
	Object.entries({
		site: ['plain'],
		open: ['plain', 'plain'],
		fresh: ['plain', 'plain'],
		blocked: ['failed', 'failed'],
		search: ['safe', 'safe'],
		'search-safe': ['safe'],
		doh: ['failed', 'failed'],
		...changes,
	} as const).flatMap(([name, all]) => all.map((outcome) => ({ name: name as ProbeName, outcome })))

/** A file that holds every canary name. */
const whole: Scope = { knowsNames: true, unseen: [] }

const say = (probes: readonly Probe[]) => {
	const verdict = judge(probes, whole)
	return Object.fromEntries(
		Object.entries(verdict).map(([question, { state, certainty, reason }]) => [
			question,
			`${state} ${certainty} ${reason}`,
		]),
	)
}

const nothing = (reason: string) => {
	const same = `unknown cannot-tell ${reason}`
	return { filter: same, search: same, doh: same }
}

describe('judge()', () => {
	test('everything on', () => {
		expect(say(make())).toEqual({
			filter: 'on sure refused',
			search: 'on sure safe',
			doh: 'on sure refused',
		})
	})

	test('nothing on', () => {
		const open = ['plain', 'plain'] as const
		expect(say(make({ blocked: open, search: open, doh: open }))).toEqual({
			filter: 'off sure reached',
			search: 'off sure plain',
			doh: 'off sure reached',
		})
	})

	test.each<[string, Partial<Record<ProbeName, readonly Outcome[]>>, Record<string, string>]>([
		['slow is no proof', { blocked: ['timed-out', 'timed-out'] }, { filter: 'on perhaps unclear' }],
		['neither is a page of somebody', { blocked: ['strange', 'strange'] }, { filter: 'on perhaps unclear' }],
		['nor once', { blocked: ['failed'] }, { filter: 'on perhaps unclear' }],
		['nor nothing', { blocked: [] }, { filter: 'unknown cannot-tell unclear' }],
		[
			'a second resolver without a filter',
			{ blocked: ['failed', 'plain'] },
			{ filter: 'off perhaps sometimes' },
		],
		['a second one without safe search', { search: ['safe', 'plain'] }, { search: 'off perhaps sometimes' }],
		['one answer lost', { search: ['safe', 'timed-out'] }, { search: 'on perhaps unclear' }],
		['one answer lost, the other plain', { search: ['timed-out', 'plain'] }, { search: 'off sure plain' }],
		['engines closed', { search: ['failed', 'failed'] }, { search: 'unknown cannot-tell unreachable' }],
		[
			'the safe name lost',
			{ 'search-safe': ['failed'] },
			{ search: 'on sure safe', filter: 'on sure refused' },
		],
		['DoH left open', { doh: ['plain', 'plain'] }, { filter: 'on sure refused', doh: 'off sure reached' }],
		[
			'a filter of somebody else',
			{ blocked: ['plain', 'plain'] },
			{ filter: 'off sure reached', doh: 'on perhaps unclear' },
		],
	])('%s', (_, changes, wanted) => {
		expect(say(make(changes))).toMatchObject(wanted)
	})

	test.each<[string, Partial<Record<ProbeName, readonly Outcome[]>>, string]>([
		['no network', { site: ['failed'], open: ['failed'], fresh: ['failed'] }, 'offline'],
		['a network that answers nothing', { site: ['timed-out'], open: ['timed-out'] }, 'offline'],
		['the helper rests', { open: ['failed', 'failed'], fresh: ['failed', 'failed'] }, 'canary'],
		['the network broke off on the way', { open: ['plain', 'failed'] }, 'canary'],
		['only a cache answers', { fresh: ['failed', 'failed'] }, 'canary'],
		['no control was asked', { open: [] }, 'canary'],
		['a sign-in page answers for all', { open: ['strange'], fresh: ['strange'] }, 'portal'],
		['both addresses lead to the safe place', { open: ['safe', 'safe'] }, 'helper'],
		['both addresses lead to the plain place', { 'search-safe': ['plain'] }, 'helper'],
	])('cannot tell: %s', (_, changes, reason) => {
		expect(say(make(changes))).toEqual(nothing(reason))
	})

	test('of no answers says nothing', () => expect(say([])).toEqual(nothing('offline')))

	const anyProbe = fc.record({ name: fc.constantFrom(...probeNames), outcome: fc.constantFrom(...outcomes) })

	test('never says "on" when a control failed, whatever else came back', () => {
		const bad = fc.record({
			name: fc.constantFrom('open' as const, 'fresh' as const),
			outcome: fc.constantFrom(...outcomes.filter((outcome) => outcome !== 'plain')),
		})
		fc.assert(
			fc.property(fc.array(anyProbe, { maxLength: 20 }), bad, fc.nat(20), (probes, control, at) => {
				const all = probes.toSpliced(at, 0, control)
				for (const { state } of Object.values(judge(all, whole))) expect(state).toBe('unknown')
			}),
			{ numRuns: 2000 },
		)
	})

	test('never says "on" when a control was not asked', () => {
		fc.assert(
			fc.property(
				fc.array(anyProbe, { maxLength: 20 }),
				fc.constantFrom('open', 'fresh'),
				(probes, missing) => {
					const left = probes.filter(({ name }) => name !== missing)
					for (const { state } of Object.values(judge(left, whole))) expect(state).toBe('unknown')
				},
			),
		)
	})

	test('never says "on" of a name that was reached, nor "surely" of one that came back once', () => {
		fc.assert(
			fc.property(fc.array(anyProbe, { maxLength: 20 }), (probes) => {
				const verdict = judge([...probes, ...make({ blocked: [], search: [], doh: [] })], whole)
				const of = (name: ProbeName) =>
					probes.filter((probe) => probe.name === name).map(({ outcome }) => outcome)
				if (of('blocked').some((outcome) => ['plain', 'safe'].includes(outcome)))
					expect(verdict.filter.state).not.toBe('on')
				if (of('search').includes('plain')) expect(verdict.search.state).not.toBe('on')
				if (of('blocked').length < 2 && verdict.filter.state === 'on')
					expect(verdict.filter.certainty).toBe('perhaps')
			}),
		)
	})

	test('tries every pair of outcomes of every name: a verdict always, and "on, surely" for one pair only', () => {
		const sure: Outcome[][] = []
		for (const first of outcomes)
			for (const second of outcomes) {
				const { filter } = judge(make({ blocked: [first, second] }), whole)
				if (filter.state === 'on' && filter.certainty === 'sure') sure.push([first, second])
			}
		expect(sure).toEqual([['failed', 'failed']])
	})
})

describe('runProbes()', () => {
	test('asks for controls before and after, and twice for what may be refused', async () => {
		const asked: ProbeName[] = []
		const probes = await runProbes(async (name) => {
			asked.push(name)
			return name === 'search-safe' ? 'safe' : 'plain'
		})
		expect(asked.slice(0, 3)).toEqual(['site', 'open', 'fresh'])
		expect(asked.slice(-2)).toEqual(['open', 'fresh'])
		expect(asked.filter((name) => name === 'blocked')).toHaveLength(2)
		expect(probes.map(({ name }) => name)).toEqual(asked)
	})

	test('asks for nothing more where the controls fail', async () => {
		const asked: ProbeName[] = []
		await runProbes(async (name) => {
			asked.push(name)
			return 'failed'
		})
		expect(asked).toEqual(['site', 'open', 'fresh'])
	})
})

test('readOutcome() takes only an answer that names what was asked for', () => {
	expect(readOutcome('open', { name: 'open', at: 'plain' })).toBe('plain')
	expect(readOutcome('search', { name: 'search', at: 'safe' })).toBe('safe')
	for (const answer of [
		{ name: 'blocked', at: 'plain' },
		{ name: 'open', at: 'x' },
		{},
		null,
		'open',
		7,
		undefined,
	])
		expect(readOutcome('open', answer)).toBe('strange')
})

test('toProbeHost() puts a random label below r, and other names below the domain', () => {
	expect(toProbeHost('fresh', 'canary.example.ma', '3f9a')).toBe('3f9a.r.canary.example.ma')
	expect(toProbeHost('search-safe', 'canary.example.ma', '3f9a')).toBe('search-safe.canary.example.ma')
})

describe('what may be said of each target', () => {
	const scopes = targets.map(({ id, verify, unseen = [] }) => ({ id, verify, unseen }))
	const seen = scopes.filter(({ verify }) => verify !== 'by-hand')
	const open = ['plain', 'plain'] as const
	const off = make({ blocked: open, search: open, doh: open })
	const states = (probes: readonly Probe[], unseen: Scope['unseen']) => {
		const { filter, search, doh } = judge(probes, { knowsNames: true, unseen })
		return [filter.state, search.state, doh.state]
	}

	test('every target declares how it is seen, and each way is there', () => {
		expect(new Set(scopes.map(({ verify }) => verify))).toEqual(new Set(['fetch', 'navigation', 'by-hand']))
		for (const id of ['android-private-dns', 'apple-doh', 'apple-dot', 'windows-powershell', 'tv', 'console'])
			expect(scopes.find((scope) => scope.id === id)?.verify, id).toBe('by-hand')
	})

	test('a target is seen by its canary names if, and only if, its files hold one', () => {
		for (const { id, make: makeFiles, verify } of targets) {
			const texts = makeFiles(makeTestFilter('strict')).map(({ text }) => text)
			expect(
				texts.some((text) => text.includes('blocked.canary.example.ma')),
				id,
			).toBe(verify !== 'by-hand')
		}
	})

	test.each(seen)('$id: on, off, and nothing where nothing can be known', ({ unseen }) => {
		const search = unseen.includes('search') ? 'unknown' : undefined
		expect(states(make(), unseen)).toEqual(['on', search ?? 'on', 'on'])
		expect(states(off, unseen)).toEqual(['off', search ?? 'off', 'off'])
		const dead = make({ open: ['failed', 'failed'], fresh: ['failed', 'failed'] })
		expect(states(dead, unseen)).toEqual(['unknown', 'unknown', 'unknown'])
	})

	test('of a filter from elsewhere it never says no, whatever comes back', () => {
		fc.assert(
			fc.property(
				fc.record({
					blocked: fc.array(fc.constantFrom(...outcomes), { maxLength: 2 }),
					search: fc.array(fc.constantFrom(...outcomes), { maxLength: 2 }),
					doh: fc.array(fc.constantFrom(...outcomes), { maxLength: 2 }),
				}),
				(changes) => {
					const verdict = judge(make(changes), { knowsNames: false, unseen: [] })
					for (const { state } of Object.values(verdict)) expect(state).not.toBe('off')
				},
			),
		)
		const reached = judge(off, { knowsNames: false, unseen: [] })
		expect(Object.values(reached).map(({ reason }) => reason)).toEqual([
			'elsewhere',
			'elsewhere',
			'elsewhere',
		])
	})
})
