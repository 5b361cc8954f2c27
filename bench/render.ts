/**
 * Pages made on demand, and answers of the help finder at their first asking (cold): microseconds of processor time for each, the work on the page and all of HTTP included, as
 * they go to a browser (compressed) and to a proxy that compresses itself. `node bench/render.ts`
 */
import { finish, getCpuSeconds, isQuick, report, showSpread, showTable, toSpread } from './support/figures.ts'
import { startProduct } from './support/product.ts'
import { templates } from './support/templates.ts'
import { locales } from '../src/lib/base/index.ts'
import { urgencies } from '../src/lib/domains/guide/index.ts'
import { readLibrary } from '../tests/support/content.ts'

const target = 400
/** The page that everyone opens when a case goes viral, as a phone gets it. */
const wholeTarget = 3000
const rounds = isQuick ? 3 : 5
const requests = isQuick ? 400 : 1000
const connections = 8

/** A cold answer is asked for once an hour at most, or when a door opens. */
const coldTarget = 400

const product = await startProduct()

/** Microseconds of the product's processor time for each of `count` pages. */
const load = async (address: string, encoding: string, count: number): Promise<number> => {
	let left = count
	const before = getCpuSeconds(product.pid)
	const ask = async (): Promise<void> => {
		while (left-- > 0) {
			const answer = await fetch(address, { headers: { 'accept-encoding': encoding } })
			if (!answer.ok) throw new Error(`asking for ${address}: answered ${answer.status}`)
			await answer.arrayBuffer()
		}
	}
	await Promise.all(Array.from({ length: connections }, ask))
	return ((getCpuSeconds(product.pid) - before) / count) * 1_000_000
}

/** Every answer once, in an order that mixes languages and situations. */
const answers = readLibrary().situations.flatMap(({ id, who }) =>
	who.flatMap((asker) =>
		urgencies.flatMap((urgency) =>
			locales.map((locale) => `${product.origin}/${locale}/help/${id}/${asker}/${urgency}`),
		),
	),
)

/** Microseconds for each of these pages, asked for the first time. */
const loadCold = async (addresses: readonly string[]): Promise<number> => {
	const left = [...addresses]
	const before = getCpuSeconds(product.pid)
	const ask = async (): Promise<void> => {
		for (let address = left.pop(); address !== undefined; address = left.pop()) {
			const answer = await fetch(address, { headers: { 'accept-encoding': 'identity' } })
			if (!answer.ok) throw new Error(`asking for ${address}: answered ${answer.status}`)
			await answer.arrayBuffer()
		}
	}
	await Promise.all(Array.from({ length: connections }, ask))
	return ((getCpuSeconds(product.pid) - before) / addresses.length) * 1_000_000
}

/** The first half warms the engine, the second is measured. */
const half = Math.floor(answers.length / 2)
await loadCold(answers.slice(0, half))
const cold = await loadCold(answers.slice(half))

const pages = ['help result', 'search result', 'report'].flatMap((name) =>
	templates
		.filter((template) => template.name === name)
		.map((template) => ({ name, address: product.origin + template.getAddress('ar') })),
)
const kinds = pages.flatMap((page) =>
	['identity', 'br'].map((encoding) => ({ ...page, encoding, taken: [] as number[] })),
)
try {
	for (const { address, encoding } of kinds) await load(address, encoding, requests / 2)
	for (let round = 0; round < rounds; round++)
		for (const kind of kinds) kind.taken.push(await load(kind.address, kind.encoding, requests))
} finally {
	await product.stop()
}
console.log(
	showTable(
		['page', 'encoding', 'CPU µs'],
		kinds.map(({ name, encoding, taken }) => [name, encoding, showSpread(toSpread(taken))]),
	),
)
for (const { name, encoding, taken } of kinds) {
	const { median } = toSpread(taken)
	if (name === 'report' && encoding === 'br')
		report(
			`${name}, made and compressed`,
			`${Math.round(median)} µs`,
			`<= ${wholeTarget} µs`,
			median <= wholeTarget,
		)
	if (encoding === 'identity')
		report(`${name}, made`, `${Math.round(median)} µs`, `<= ${target} µs`, median <= target)
}
report(
	'help result, made for the first time',
	`${Math.round(cold)} µs`,
	`<= ${coldTarget} µs`,
	cold <= coldTarget,
)
finish()
