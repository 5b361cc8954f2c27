import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { languages } from '#base'
import { dangerSets, readDangerQueries } from '../../../../../tests/support/danger-queries.ts'
import { readDocuments, readLexicon } from '../../../../../tests/support/search-content.ts'
import {
	getOffTopicScore,
	getScore,
	readOffTopicQueries,
	readQueries,
} from '../../../../../tests/support/search-score.ts'
import { createSearchIndex, loadSearchIndex, toSearchJson } from './search-index.ts'
import { getWordKeys, readWords } from './query-words.ts'
import { dropNoise, search } from './search.ts'

const lexicon = readLexicon()
const queries = readQueries()
const troubles = lexicon.danger?.troubles ?? []
/** Troubles with one page of their own, told in the sets that may be looked at. */
const topicOf = new Map([
	['account', 'hacked-account'],
	['scammed', 'scams'],
	['frightened', 'frightening-content'],
	['fake-account', 'privacy'],
	['game-trouble', 'games'],
	['pornography', 'pornography'],
])
const troubled = dangerSets.flatMap(readDangerQueries).filter(({ hears }) => topicOf.has(hears[0] ?? ''))
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** Success@3 of what is shown, and help panel, that each list must reach in every language of the pages. */
const wanted = {
	lexicon: { third: 0.95, recall: 1, falseAlarms: 0 },
	// Two that ask for a lesson or for signs to know sound harmless since the sense listens.
	dev: { third: 0.95, recall: 0.98, falseAlarms: 0.1 },
	// One point was lost while nobody measured what is shown: of it, harm that was heard by mistake.
	held: { third: 0.94, recall: 0.97, falseAlarms: 0.12 },
	second: { third: 0.95, recall: 0.97, falseAlarms: 0.1 },
	// Measured once the rule stood: 107 to 112 of 121, by the language of the pages. 12 of 85 are still heard as harm.
	everyday: { third: 0.88, recall: 1, falseAlarms: 0.15 },
} as const

test('every topic of the site has sixty phrases or more, and every nearest topic exists', () => {
	const ids = new Set(Object.keys(lexicon.topics))
	for (const { topic } of readDocuments('ar')) {
		expect(lexicon.topics[topic]?.phrases.flatMap(({ words }) => words).length, topic).toBeGreaterThanOrEqual(
			60,
		)
	}
	for (const { nearest = [] } of Object.values(lexicon.topics))
		for (const id of nearest) expect(ids).toContain(id)
	for (const { phrases } of Object.values(lexicon.topics)) {
		for (const word of phrases.flatMap(({ words }) => words)) expect(typeof word).toBe('string')
	}
})

test('Arabizi and Arabic spellings of the lexicon meet on a key in nine words of ten', () => {
	const pairs = JSON.parse(
		readFileSync(new URL('../../../../../tests/search/spelling-pairs.json', import.meta.url), 'utf8'),
	) as {
		pairs: [arabic: string, latin: string][]
	}
	const meets = ([arabic, latin]: [string, string]): boolean => {
		const keys = new Set(readWords(arabic).flatMap((word) => [...getWordKeys(word).keys()]))
		return readWords(latin).some((word) => [...getWordKeys(word).keys()].some((key) => keys.has(key)))
	}
	expect(pairs.pairs.filter(meets).length / pairs.pairs.length).toBeGreaterThanOrEqual(0.9)
})

describe.each(languages)('search in the %s pages', (lang) => {
	const documents = readDocuments(lang)
	if (documents.length === 0) {
		test.skip('no page is written yet in content/topics', () => {})
		return
	}
	const made = createSearchIndex(documents, lexicon)
	const json = toSearchJson(made)
	const index = loadSearchIndex(json, made.danger)

	test('the index stays under 110 KB brotli', () => {
		const size = brotliCompressSync(json).length
		console.log(`${lang}: index ${json.length} bytes, ${size} in brotli`)
		expect(size).toBeLessThanOrEqual(110_000)
	})
	test.each(['lexicon', 'dev', 'held', 'second', 'everyday'] as const)(
		'the %s queries find their topic and the help panel',
		(set) => {
			const score = getScore(
				queries.filter((query) => query.set === set),
				index,
				lexicon,
			)
			const { first, third, recall, falseAlarms } = score
			console.log(
				`${lang} ${set} (${score.queries}): success@1 ${percent(first)}, @3 ${percent(third)}, help panel recall ${percent(recall)}, false alarms ${percent(falseAlarms)}`,
			)
			expect(third).toBeGreaterThanOrEqual(wanted[set].third)
			expect(recall).toBeGreaterThanOrEqual(wanted[set].recall)
			expect(falseAlarms).toBeLessThanOrEqual(wanted[set].falseAlarms)
		},
	)
	test('who tells of a trouble is shown a page of it as often as who only asks', () => {
		const told = troubled.map(({ q, hears }) => ({ q, topic: topicOf.get(hears[0] ?? '') }))
		const isShown = ({ q, topic }: (typeof told)[number]): boolean =>
			dropNoise(index, search(index, q))
				.slice(0, 3)
				.some((one) => one.topic === topic)
		const missed = told.filter((one) => !isShown(one))
		expect(told.length).toBeGreaterThan(200)
		expect(missed.length / told.length, missed.map(({ q }) => q).join('\n')).toBeLessThanOrEqual(0.18)
	})
	test('beside a trouble, harm that nobody told of is named to one in five at most', () => {
		const heard = queries
			.filter(({ helpPanel }) => helpPanel === false)
			.flatMap(({ q }) => {
				const [first = '', ...more] = search(index, q).heard?.situations ?? []
				return troubles.includes(first) ? [more] : []
			})
		const named = heard.filter((more) => more.some((id) => id !== 'other' && !troubles.includes(id)))
		expect(heard.length).toBeGreaterThan(100)
		expect(named.length / heard.length).toBeLessThanOrEqual(0.2)
	})
	test('of what is asked anywhere else the search is not sure, and it raises no panel', () => {
		const { unsure, alarms } = getOffTopicScore(readOffTopicQueries(), (query) => search(index, query))
		console.log(`${lang} off topic: not sure ${percent(unsure)}, help panel ${percent(alarms)}`)
		expect(unsure).toBeGreaterThanOrEqual(0.85)
		expect(alarms).toBeLessThanOrEqual(0.05)
	})
})
