/**
 * Search quality, speed and size, beside two peers on the same pages: MiniSearch as it comes, and PostgreSQL full
 * text ('arabic', 'french', 'simple') when DATABASE_URL is set. `node bench/search.ts`
 */
import { brotliCompressSync } from 'node:zlib'
import MiniSearch from 'minisearch'
import pg from 'pg'
import { languages } from '#base'
import {
	createSearchIndex,
	loadDanger,
	loadSearchIndex,
	toDangerJson,
	toSearchJson,
	type SearchDocument,
} from '../src/lib/domains/guide/search/search-index.ts'
import { search, type SearchAnswer } from '../src/lib/domains/guide/search/search.ts'
import { readDangerBook } from '../tests/support/danger-queries.ts'
import { readDocuments, readLexicon } from '../tests/support/search-content.ts'
import {
	getOffTopicScore,
	getScore,
	readOffTopicQueries,
	readQueries,
} from '../tests/support/search-score.ts'

type Ask = (query: string) => SearchAnswer

const lexicon = readLexicon()
const dangerJson = toDangerJson(readDangerBook())
const queries = readQueries()
const offTopic = readOffTopicQueries()
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(8)
const milliseconds = (value: number): string => `${value.toFixed(2)} ms`

const toAnswer = (found: readonly SearchDocument[]): SearchAnswer => {
	const topics = [...new Set(found.map(({ topic }) => topic))]
	return {
		results: topics.map((topic) => ({ topic, audience: 'teens', score: 0 })),
		helpPanel: found[0]?.raisesHelpPanel ?? false,
		heard: undefined,
		isSure: found.length > 0,
	}
}

const getDefaultMiniSearch = (documents: readonly SearchDocument[]): Ask => {
	const index = new MiniSearch({ fields: ['title', 'summary', 'text'] })
	index.addAll(documents.map((document, id) => ({ ...document, id })))
	return (query) => toAnswer(index.search(query).flatMap(({ id }) => documents[id as number] ?? []))
}

const getPostgres = async (documents: readonly SearchDocument[], client: pg.Client): Promise<Ask> => {
	const chains = ['arabic', 'french', 'simple']
	const vector = chains.map((chain) => `to_tsvector('${chain}', words)`).join(' || ')
	const wish = chains
		.map((chain) => `replace(plainto_tsquery('${chain}', $1)::text, '&', '|')::tsquery`)
		.join(' || ')
	await client.query('create temporary table page (id int, words text)')
	for (const [id, { title, summary, text }] of documents.entries()) {
		await client.query('insert into page values ($1, $2)', [id, `${title} ${summary} ${text}`])
	}
	const ranked = `select id from (select id, ${vector} as v, ${wish} as q from page) as page where v @@ q order by ts_rank_cd(v, q) desc`
	const answers = new Map<string, SearchAnswer>()
	for (const { q } of [...queries, ...offTopic]) {
		const { rows } = await client.query<{ id: number }>(ranked, [q])
		answers.set(q, toAnswer(rows.flatMap(({ id }) => documents[id] ?? [])))
	}
	await client.query('drop table page')
	return (query) => answers.get(query) ?? { results: [], helpPanel: false, heard: undefined, isSure: false }
}

const time = (ask: Ask): { p50: number; p95: number } => {
	for (const { q } of queries) ask(q)
	const taken = queries.map(({ q }) => {
		const start = performance.now()
		ask(q)
		return performance.now() - start
	})
	taken.sort((a, b) => a - b)
	const at = (share: number): number => taken[Math.floor(taken.length * share)] ?? 0
	return { p50: at(0.5), p95: at(0.95) }
}

const client = process.env['DATABASE_URL']
	? new pg.Client({ connectionString: process.env['DATABASE_URL'] })
	: undefined
await client?.connect()
for (const lang of languages) {
	const documents = readDocuments(lang)
	if (documents.length === 0) {
		console.log(`\n${lang}: no page in content/topics`)
		continue
	}
	const json = toSearchJson(createSearchIndex(documents, lexicon))
	const start = performance.now()
	const index = loadSearchIndex(json, loadDanger(dangerJson))
	const opened = performance.now() - start
	const { p50, p95 } = time((query) => search(index, query))
	console.log(
		`\n${lang}: ${documents.length} pages, ${documents.filter((one) => one.lang !== lang).length} of them in another language`,
	)
	console.log(
		`  index ${json.length} characters, ${brotliCompressSync(json).length} bytes in brotli (target 110,000), opened in ${milliseconds(opened)}`,
	)
	console.log(
		`  a query p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)} (target 30 ms with the processor slowed down 6 times)`,
	)
	const ways: [string, Ask][] = [
		['ours', (query) => search(index, query)],
		['MiniSearch default', getDefaultMiniSearch(documents)],
	]
	if (client) ways.push(['PostgreSQL full text', await getPostgres(documents, client)])
	for (const set of ['lexicon', 'dev', 'held', 'second']) {
		const some = queries.filter((query) => query.set === set)
		for (const [name, ask] of ways) {
			const { first, third, recall, falseAlarms } = getScore(some, index, lexicon, ask)
			console.log(
				`  ${set.padEnd(8)} ${name.padEnd(21)} success@1 ${percent(first)}  @3 ${percent(third)}  ${set === 'lexicon' ? '' : `panel recall ${percent(recall)}  false alarms ${percent(falseAlarms)}`}`,
			)
		}
	}
	for (const [name, ask] of ways) {
		const { unsure, alarms } = getOffTopicScore(offTopic, ask)
		console.log(`  off topic ${name.padEnd(20)} not sure ${percent(unsure)}  panel raised ${percent(alarms)}`)
	}
	const second = queries.filter(({ set }) => set === 'second')
	for (const written of new Set(second.map((query) => query.lang))) {
		const some = second.filter((query) => query.lang === written)
		const { first, third, recall, falseAlarms } = getScore(some, index, lexicon)
		console.log(
			`  second in ${written.padEnd(9)} (${String(some.length).padStart(3)}) success@1 ${percent(first)}  @3 ${percent(third)}  panel recall ${percent(recall)}  false alarms ${percent(falseAlarms)}`,
		)
	}
}
await client?.end()
