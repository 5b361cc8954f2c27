import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { pictures } from '#domains/guide'
import { collectAnswers, type FormField } from './form/form-fields.ts'
import { formSteps, tiles } from './form/form-steps.ts'
import { limits, parseAnswers, parseReport } from './report.ts'

const toAnswers = (form: FormData): ReturnType<typeof collectAnswers> =>
	collectAnswers({
		get: (name: FormField) => form.get(name),
		getAll: (name: FormField) => form.getAll(name),
	})
const toForm = (fields: readonly (readonly [string, string])[]): FormData => {
	const form = new FormData()
	for (const [name, value] of fields) form.append(name, value)
	return form
}
const codes = (value: unknown): string[] => {
	const parsed = parseAnswers(value)
	return parsed.ok ? [] : parsed.issues.map(({ message }) => message)
}

describe('the form', () => {
	test('asks at most seven questions', () => expect(formSteps.length).toBeLessThanOrEqual(7))

	test('shows the topics that raise help, with pictures that are drawn', () => {
		const topics = parse(readFileSync('content/topics/topics.yaml', 'utf8')) as {
			id: string
			picture: string
			raisesHelpPanel: boolean
		}[]
		const situations = parse(readFileSync('content/help/situations.yaml', 'utf8')) as {
			id: string
			topic: string
			topicOf?: Record<string, string>
		}[]
		const raising = topics.filter(({ raisesHelpPanel }) => raisesHelpPanel).map(({ id }) => id)
		const told = tiles.flatMap((tile) => {
			const about = situations.find(({ id }) => id === tile.situation)
			return [tile.id, about?.topic, ...Object.values(about?.topicOf ?? {})]
		})
		expect(told).toEqual(expect.arrayContaining(raising))
		for (const tile of tiles) {
			expect(pictures).toContain(tile.picture)
			if ('topic' in tile) expect(topics.map(({ id }) => id)).toContain(tile.topic)
		}
	})

	test('takes what was ticked and written, and drops what it does not offer', () => {
		const form = toForm([
			...([
				['danger', 'maybe'],
				['who', 'teen'],
				['what', 'bullying'],
				['what', 'made-up'],
			] as const),
			...([
				['link', ' https://example.org/x '],
				['words', 'هضرة'],
				['wants', 'talk'],
				['police', 'yes'],
			] as const),
			...([
				['safe-from', '17'],
				['safe-to', '25'],
				['contact', '  '],
			] as const),
		])
		expect(toAnswers(form)).toEqual({
			danger: 'maybe',
			who: 'teen',
			what: ['bullying'],
			words: 'هضرة',
			wants: ['talk'],
			police: true,
			where: [{ kind: 'link', link: 'https://example.org/x' }],
		})
	})

	test('asks for something: an empty form is no report, one picture is enough', () => {
		expect(codes(toAnswers(toForm([])))).toEqual(['report.empty'])
		expect(codes(toAnswers(toForm([['words', ' \n ']])))).toEqual(['report.empty'])
		expect(codes(toAnswers(toForm([['what', 'other']])))).toEqual([])
	})

	test('says which field is too long, without a word of it', () => {
		const parsed = parseAnswers(toAnswers(toForm([['words', 'x'.repeat(limits.words + 1)]])))
		expect(parsed).toEqual({ ok: false, issues: [{ path: 'words', message: 'report.too-long' }] })
	})

	test('whatever is sent, the answers can be read or are refused, and reading them again changes nothing', () => {
		const name = fc.constantFrom(
			'danger',
			'who',
			'what',
			'place',
			'link',
			'app',
			'words',
			'wants',
			'safe-from',
		)
		const value = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 50 }),
			fc.constantFrom('now', 'child', 'bullying'),
		)
		fc.assert(
			fc.property(fc.array(fc.tuple(name, value), { maxLength: 20 }), (fields) => {
				const once = parseAnswers(toAnswers(toForm(fields)))
				if (once.ok) expect(parseAnswers(once.value)).toEqual(once)
			}),
		)
	})

	test('writes half an emoji and control characters so that they can be read', () => {
		const parsed = parseAnswers({
			...toAnswers(toForm([['words', 'a']])),
			words: 'a\ud83d\u0000b\r\nc\u202e',
		})
		expect(parsed.ok && parsed.value.words).toBe('a\ufffdb\nc\u202e')
	})
})

describe('parseReport()', () => {
	const report = {
		v: 1,
		form: 'report',
		epoch: 'demo-2026-03',
		nonce: 'A'.repeat(22),
		part: 1,
		parts: 1,
		locale: 'ar',
		sealedBy: 'browser',
		box: `age1${'q'.repeat(58)}`,
		sentHour: '2026-03-01T10:00:00Z',
		answers: toAnswers(toForm([['words', 'a']])),
	}
	const read = (value: unknown) => parseReport(JSON.stringify(value), 'demo-2026-03')

	test('reads what was sealed, for the epoch that opened it', () => {
		expect(read(report)).toEqual({ ok: true, value: report })
		expect(parseReport(JSON.stringify(report), 'demo-2026-04').ok).toBe(false)
	})

	test.each([
		['a field too many', { ...report, case: 1 }],
		['another form', { ...report, form: 'message' }],
		['a part of many', { ...report, parts: 2 }],
		['a short nonce', { ...report, nonce: 'AAAA' }],
		['a time finer than an hour', { ...report, sentHour: '2026-03-01T10:20:00Z' }],
		['a box of another kind', { ...report, box: 'AGE-SECRET-KEY-1' }],
		['a choice twice', { ...report, answers: { ...report.answers, what: ['other', 'other'] } }],
		['a list', [report]],
		['nothing', null],
	])('refuses %s', (_, value) => expect(read(value).ok).toBe(false))

	test('refuses what is not JSON, too long, or deeper than anything', () => {
		for (const text of ['', '{', 'x'.repeat(70_000), '['.repeat(60_000), '{"__proto__":{"v":1}}'])
			expect(parseReport(text, 'demo-2026-03').ok).toBe(false)
		expect(({} as { v?: number }).v).toBeUndefined()
	})
})
