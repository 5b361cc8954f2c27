/**
 * The corpus of the law: milliseconds to read and check all of it, and to answer what pages ask; its search: how often it
 * is right, and how long it takes. `node bench/law.ts`
 */
import { languages } from '#base'
import { buildLaw, findProvisionView, getMatrix, getStateOn, getWorklist } from '#domains/law'
import { readContent, readLibrary } from '../tests/support/content.ts'
import { searchLaw } from '../src/lib/domains/law/search/index.ts'
import {
	getSituationScore,
	isRight,
	makeLawIndex,
	readSituationQueries,
} from '../tests/support/law-search.ts'
import { writeInstruments, writeProvisions } from '../tests/support/law-writings.ts'
import { finish, getPercentile, isQuick, report, showSpread, toSpread } from './support/figures.ts'

const rounds = isQuick ? 3 : 15
const library = readLibrary()
const files = new Map([...readContent()].filter(([file]) => file.startsWith('content/law/')))

const measure = (work: () => unknown): ReturnType<typeof toSpread> =>
	toSpread(
		Array.from({ length: rounds }, () => {
			const started = performance.now()
			work()
			return performance.now() - started
		}),
	)

const started = performance.now()
const law = buildLaw(files, library)
const first = performance.now() - started
const building = measure(() => buildLaw(files, library))
const viewing = measure(() => law.provisions.map(({ id }) => findProvisionView(law, id)))
const judging = measure(() => law.provisions.map(({ id }) => getStateOn(law, id, '2024-06-01')))
const listing = measure(() => [getMatrix(law), getWorklist(law, new Date())])

report('corpus, read and checked, first time', `${first.toFixed(0)} ms`, '< 2000 ms', first < 2000)
report('corpus, read and checked', `${showSpread(building)} ms`, '< 2000 ms', building.max < 2000)
report(
	`views of ${law.provisions.length} provisions`,
	`${showSpread(viewing, 1)} ms`,
	'< 200 ms',
	viewing.max < 200,
)
report(`their state on a day`, `${showSpread(judging, 1)} ms`, '< 200 ms', judging.max < 200)
report('matrix and worklist', `${showSpread(listing, 1)} ms`, '< 200 ms', listing.max < 200)

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const time = (work: () => unknown): number => {
	const begun = performance.now()
	work()
	return performance.now() - begun
}
const writings = [...writeProvisions(law), ...writeInstruments(law)].filter(
	(_, place) => !isQuick || place % 29 === 0,
)
const queries = readSituationQueries()
for (const language of languages) {
	const opening = time(() => makeLawIndex(law, language))
	const index = makeLawIndex(law, language)
	const right = writings.filter((writing) => isRight(writing, searchLaw(index, writing.q).exact)).length
	const figure = `${right.toLocaleString('en')} of ${writings.length.toLocaleString('en')} writings`
	report(`${language} article or law by number, success@1`, figure, 'all', right === writings.length)
	for (const set of new Set(queries.map((query) => query.set))) {
		const some = queries.filter((query) => query.set === set)
		const { first: at1, third } = getSituationScore(index, some)
		const shown = `@1 ${percent(at1)}, @3 ${percent(third)} of ${some.length}`
		const name = `${language} situation, list ${set}`
		if (set === 'third') console.log(`       ${name}, on which nothing was tuned: ${shown}`)
		else report(name, shown, '@3 >= 95 %', third >= 0.95)
	}
	const taken = [...queries, ...writings.slice(0, 2_000)].map(({ q }) => time(() => searchLaw(index, q)))
	const p95 = getPercentile(taken, 0.95)
	report(`${language} query, p95`, `${p95.toFixed(2)} ms`, '< 10 ms', p95 < 10)
	console.log(`       ${language} index made in ${opening.toFixed(0)} ms, on the server only`)
}
finish()
