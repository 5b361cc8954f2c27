/**
 * The search on a slow phone: the built index and the search's code in Chromium with the processor slowed down 6
 * times, the queries of `tests/search/queries.json` that may be tuned on, each three times. `node bench/search-in-browser.ts`
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { readQueries } from '../tests/support/search-score.ts'
import { launchChromium, onFreshPhone, pretend } from './support/chromium.ts'
import { finish, getPercentile, isQuick, report } from './support/figures.ts'

type Search = typeof import('./support/search-entry.ts')
type Taken = { opened: number; first: number; queries: number[] }

const bundle = async (): Promise<string> => {
	const entry = fileURLToPath(new URL('./support/search-entry.ts', import.meta.url))
	const made = await build({
		configFile: false,
		logLevel: 'error',
		build: { write: false, lib: { entry, formats: ['es'], fileName: 'search' } },
	})
	const [{ output } = { output: undefined }] = Array.isArray(made) ? made : 'output' in made ? [made] : []
	if (!output) throw new Error('bundling the search: Vite made no chunk')
	return output[0].code
}

/** Runs in the page. */
const measure = async ({
	code,
	index,
	danger,
	queries,
}: {
	code: string
	index: string
	danger: string
	queries: string[]
}): Promise<Taken> => {
	const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
	const { loadDanger, loadSearchIndex, search } = (await import(address)) as Search
	const time = (work: () => unknown): number => {
		const started = performance.now()
		work()
		return performance.now() - started
	}
	let opened = 0
	const loaded = await new Promise<ReturnType<Search['loadSearchIndex']>>((resolve) => {
		opened = time(() => resolve(loadSearchIndex(index, loadDanger(danger))))
	})
	const taken = queries.map((query) => time(() => search(loaded, query)))
	return { opened, first: taken[0] ?? 0, queries: taken }
}

const code = await bundle()
const dev = readQueries().filter(({ set }) => set === 'dev')
const queries = dev.map(({ q }) => q).slice(0, isQuick ? 60 : undefined)
const danger = readFileSync('build/prerendered/search-index/danger.json', 'utf8')
const browser = await launchChromium()
console.log(`the search's code: ${brotliCompressSync(code).length.toLocaleString('en')} bytes in brotli`)
const dangerSize = readFileSync('build/prerendered/search-index/danger.json.br').length
console.log(`the danger list, once for all languages: ${dangerSize.toLocaleString('en')} bytes in brotli`)
try {
	for (const lang of ['ar', 'fr', 'zgh', 'en']) {
		const file = readFileSync(`build/prerendered/search-index/${lang}.json`, 'utf8')
		const { index } = JSON.parse(file) as { index: string }
		const taken = await onFreshPhone(browser, async (page, devtools) => {
			await pretend(devtools, { kilobits: 100_000, latency: 0, slowdown: 6 })
			return page.evaluate(measure, {
				code,
				index,
				danger,
				queries: Array.from({ length: isQuick ? 1 : 3 }, () => queries).flat(),
			})
		})
		const size = readFileSync(`build/prerendered/search-index/${lang}.json.br`).length
		report(`${lang} index, bytes in brotli`, size.toLocaleString('en'), '<= 110,000', size <= 110_000)
		console.log(
			`       ${lang} opened in ${taken.opened.toFixed(0)} ms, the very first query ${taken.first.toFixed(1)} ms`,
		)
		const [p50, p95] = [getPercentile(taken.queries, 0.5), getPercentile(taken.queries, 0.95)]
		const figure = `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms of ${taken.queries.length} queries`
		report(`${lang} query`, figure, 'p95 <= 30 ms', p95 <= 30)
	}
} finally {
	await browser.close()
}
finish()
