/**
 * Pages made on demand: microseconds of processor time for each, the work on the page and all of HTTP included, as
 * they go to a browser (compressed) and to a proxy that compresses itself. `node bench/render.ts`
 */
import { finish, getCpuSeconds, isQuick, report, showSpread, showTable, toSpread } from './support/figures.ts'
import { startProduct } from './support/product.ts'
import { templates } from './support/templates.ts'

const target = 400
/** The page that everyone opens when a case goes viral, as a phone gets it. */
const wholeTarget = 3000
const rounds = isQuick ? 3 : 5
const requests = isQuick ? 400 : 1000
const connections = 8

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
finish()
