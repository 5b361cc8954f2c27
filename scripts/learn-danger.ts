/**
 * Learns what danger sounds like and writes `content/search/danger-sense.json`. It learns from what people typed as we imagine it: the
 * examples of `content/search/danger-examples.yaml`, the sets of `tests/search` that the list was worked on with, and, more softly, the
 * phrases of the lexicon. Nothing of a visitor is ever kept, so nothing of a visitor can be learned.
 *
 * - `node scripts/learn-danger.ts` learns again: after every change of the examples or of the danger list.
 * - `node scripts/learn-danger.ts --without fifth` learns from all but one set and says how it hears that one; it writes nothing.
 * - `node scripts/learn-danger.ts --check` learns again, writes nothing, and ends with 1 when what stands there was learned from something else.
 * - `node scripts/learn-danger.ts --why "a query"` says which signs of a query spoke, with what weight.
 */
/* oxlint-disable typescript/no-non-null-assertion -- every place lies within the table that it was counted for */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { openDangerBook, type DangerEars } from '../src/lib/domains/guide/search/danger-book.ts'
import {
	getPlaces,
	getSigns,
	packTable,
	toSign,
	toSounds,
	type DangerSense,
	type SenseTable,
	type Signs,
} from '../src/lib/domains/guide/search/danger-sense.ts'
import { readSigns } from '../src/lib/domains/guide/search/danger.ts'
import { readWords } from '../src/lib/domains/guide/search/query-words.ts'
import { createSearchIndex } from '../src/lib/domains/guide/search/search-index.ts'
import { search } from '../src/lib/domains/guide/search/search.ts'
import { dangerSets, readDangerBook, readDangerQueries } from '../tests/support/danger-queries.ts'
import { readDocuments, readLexicon } from '../tests/support/search-content.ts'
import { readQueries } from '../tests/support/search-score.ts'

type Example = { q: string; hears: readonly string[]; weight: number; set: string }
type Learned = Example & { signs: Signs }
type Examples = { danger: Readonly<Record<string, string>>; harmless: string }

const file = new URL('../content/search/danger-sense.json', import.meta.url)
const { values } = parseArgs({
	options: { without: { type: 'string' }, why: { type: 'string' }, check: { type: 'boolean' } },
})

const splitLines = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || [])

const readExamples = (): Example[] => {
	const path = new URL('../content/search/danger-examples.yaml', import.meta.url)
	const { danger, harmless } = parse(readFileSync(path, 'utf8')) as Examples
	const make = (text: string, hears: string[]): Example[] =>
		splitLines(text).map((q) => ({ q, hears, weight: 1, set: 'examples' }))
	return [...Object.entries(danger).flatMap(([id, text]) => make(text, [id])), ...make(harmless, [])]
}

/** Phrases of the lexicon speak softly: most are pieces of a sentence. */
const softly = 0.1
const harmlessTopics = ['elsewhere', 'everyday']

const lexicon = readLexicon()
const index = createSearchIndex(readDocuments('fr'), lexicon)
const isKnown = (word: string): boolean => index.matcher.has(word)

const readPhrases = (): Example[] =>
	Object.entries(lexicon.topics).flatMap(([topic, { phrases }]) => {
		const meant = lexicon.danger?.topics[topic]?.slice(0, 1)
		if (!meant && !harmlessTopics.includes(topic)) return []
		return phrases
			.flatMap(({ words }) => words)
			.filter((q) => !meant || readWords(q).length > 2)
			.map((q) => ({ q, hears: meant ?? [], weight: softly, set: 'lexicon' }))
	})

const withoutPanel = ['privacy', 'passwords', 'parental-controls', 'law-and-reporting', 'screen-time']

/** Queries of the ranking that may be tuned on: those that raise the panel, and those of subjects without harm. */
const readRanked = (): Example[] =>
	readQueries()
		.filter(({ set }) => set === 'dev')
		.flatMap(({ q, topics, helpPanel }) => {
			const hears = helpPanel ? (lexicon.danger?.topics[topics[0] ?? '']?.slice(0, 1) ?? ['other']) : []
			const isClear = helpPanel || topics.every((topic) => withoutPanel.includes(topic))
			return isClear ? [{ q, hears, weight: 1, set: 'ranked' }] : []
		})

const readAll = (): Example[] => [
	...dangerSets.flatMap((set) =>
		readDangerQueries(set).map(({ q, hears }) => ({ q, hears, weight: 1, set })),
	),
	...readExamples(),
	...readPhrases(),
	...readRanked(),
]

/** A sign that stands in fewer examples says nothing of others. */
const leastOften = { danger: 4, named: 6 }
const epochs = 7
const rate = 0.3
const decay = 1e-4

/** Numbers that look like chance and are the same every time. */
const createChance = (): (() => number) => {
	let state = 7
	return () => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff) / 0x7fff_ffff
}

const shuffle = (ones: unknown[], chance: () => number): void => {
	for (let at = ones.length - 1; at > 0; at--) {
		const other = Math.floor(chance() * (at + 1))
		;[ones[at], ones[other]] = [ones[other], ones[at]]
	}
}

type Lesson = { signs: readonly number[]; says: readonly number[]; weight: number }

/** Signs that stand in too few lessons are left out. */
const dropRare = (lessons: readonly Lesson[], least: number): Lesson[] => {
	const counts = new Map<number, number>()
	for (const { signs } of lessons) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1)
	return lessons.map((lesson) => ({
		...lesson,
		signs: lesson.signs.filter((sign) => (counts.get(sign) ?? 0) >= least),
	}))
}

/** Logistic regression, one answer beside the other, by AdaGrad. */
const learn = (lessons: readonly Lesson[], bits: number): { weights: Float32Array; biases: number[] } => {
	const answers = lessons[0]?.says.length ?? 0
	const weights = new Float32Array(answers << bits)
	const slopes = new Float32Array(answers << bits).fill(1e-3)
	const biases = Array.from({ length: answers }, () => 0)
	const biasSlopes = biases.map(() => 1e-3)
	const order = lessons.map(({ signs, ...lesson }) => ({ ...lesson, places: getPlaces(signs, bits) }))
	const chance = createChance()
	for (let epoch = 0; epoch < epochs; epoch++) {
		shuffle(order, chance)
		for (const { places, says, weight } of order) {
			const scale = 1 / Math.sqrt(places.length || 1)
			for (let answer = 0; answer < answers; answer++) {
				let sum = 0
				for (const place of places) sum += weights[place * answers + answer]!
				const error = (1 / (1 + Math.exp(-biases[answer]! - sum * scale)) - says[answer]!) * weight
				if (answers > 1 && Math.abs(error) < 0.02) continue
				for (const place of places) {
					const at = place * answers + answer
					const slope = error * scale + decay * weights[at]!
					slopes[at]! += slope * slope
					weights[at]! -= (rate * slope) / Math.sqrt(slopes[at]!)
				}
				biasSlopes[answer]! += error * error
				biases[answer]! -= (0.1 * error) / Math.sqrt(biasSlopes[answer]!)
			}
		}
	}
	return { weights, biases }
}

type Grain = { bits: number; step: number; least: number }

/** Weights in whole steps, those under the least left out. */
const toTable = (lessons: readonly Lesson[], { bits, step, least }: Grain): SenseTable => {
	const { weights, biases } = learn(lessons, bits)
	const steps = Int8Array.from(weights, (weight) => {
		const whole = Math.round(weight / step)
		return Math.abs(whole) < least ? 0 : Math.max(-30, Math.min(30, whole))
	})
	return { bits, step, biases: biases.map((bias) => Math.round(bias * 1000) / 1000), ...packTable(steps) }
}

const learnAll = (examples: readonly Learned[]): DangerSense => {
	const names = [...new Set(examples.flatMap(({ hears }) => hears))].sort()
	const danger = examples.map(({ signs, hears, weight }) => ({
		signs: signs.all,
		says: [hears.length > 0 ? 1 : 0],
		weight,
	}))
	const named = examples
		.filter(({ hears }) => hears.length > 0)
		.map(({ signs, hears, weight }) => ({
			signs: signs.whole,
			says: names.map((name) => (hears.includes(name) ? 1 / (1 + hears.indexOf(name) / 2) : 0)),
			weight,
		}))
	return {
		danger: toTable(dropRare(danger, leastOften.danger), { bits: 15, step: 0.4, least: 1 }),
		names,
		named: toTable(dropRare(named, leastOften.named), { bits: 13, step: 0.8, least: 2 }),
	}
}

const { sense: _, ...book } = readDangerBook()
const bare: DangerEars = openDangerBook(book)
const toLearned = (example: Example): Learned => ({ ...example, signs: readSigns(bare, example.q, isKnown) })
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** How a set is heard that was not learned from. */
const tell = (set: string, sense: DangerSense): void => {
	const heard = { ...index, danger: { ...bare, sense } }
	const answers = readDangerQueries(set as (typeof dangerSets)[number]).map((query) => ({
		...query,
		heard: search(heard, query.q).heard,
	}))
	const danger = answers.filter(({ hears }) => hears.length > 0)
	const harmless = answers.filter(({ hears }) => hears.length === 0)
	const missed = danger.filter(({ heard: one }) => !one)
	const misnamed = danger.filter(
		({ hears, heard: one }) => one && !hears.some((id) => one.situations.includes(id)),
	)
	const alarms = harmless.filter(({ heard: one }) => one)
	for (const { q } of missed) console.log(`missed: ${q}`)
	for (const { q, hears, heard: one } of misnamed)
		console.log(`misnamed: ${q} (${hears.join(', ')}; heard ${one?.situations.join(', ') ?? ''})`)
	for (const { q, heard: one } of alarms) console.log(`alarm: ${q} (${one?.situations.join(', ') ?? ''})`)
	console.log(
		`${set}: raised ${percent(1 - missed.length / danger.length)}, named ${percent(1 - (missed.length + misnamed.length) / danger.length)}, alarms ${percent(alarms.length / harmless.length)}`,
	)
}

/** Which words and lists of a query spoke: the weight of each by itself. */
const explain = (query: string): void => {
	const { danger } = JSON.parse(readFileSync(file, 'utf8')) as DangerSense
	const weights = new Int8Array(1 << danger.bits)
	let [place, at] = [0, 0]
	for (const letter of danger.gaps) {
		if (letter === '~') place += 61
		else {
			place += letter.charCodeAt(0) - 48
			weights[place++] = danger.weights.charCodeAt(at++) - 80
		}
	}
	const sum = (signs: readonly number[]): number =>
		getPlaces(signs, danger.bits).reduce((all, one) => all + weights[one]! * danger.step, 0)
	const { all } = readSigns(bare, query, isKnown)
	const scale = 1 / Math.sqrt(getPlaces(all, danger.bits).length || 1)
	const said = new Set(all)
	for (const word of readWords(query))
		console.log(
			`${(sum(getSigns([word], []).all) * scale).toFixed(2).padStart(6)}  ${word} ${toSounds(word)}`,
		)
	for (const name of ['harmless', 'saying', ...Object.keys(book.words)]) {
		const sign = toSign(`@${name}`)
		if (said.has(sign)) console.log(`${(sum([sign]) * scale).toFixed(2).padStart(6)}  @${name}`)
	}
	console.log(
		`${(danger.biases[0]! + sum(all) * scale).toFixed(2).padStart(6)}  in all, pairs of lists among it`,
	)
}

if (values.why !== undefined) explain(values.why)
else {
	const examples = readAll().filter(({ set }) => set !== values.without)
	const sense = learnAll(examples.map(toLearned))
	const text = `${JSON.stringify(sense)}\n`
	if (values.without !== undefined) tell(values.without, sense)
	else if (values.check) {
		if (readFileSync(file, 'utf8') !== text) {
			console.error('content/search/danger-sense.json is stale: run `node scripts/learn-danger.ts`')
			process.exitCode = 1
		}
	} else {
		writeFileSync(file, text)
		console.log(`learned from ${examples.length} examples`)
	}
}
