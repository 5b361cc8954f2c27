/** Pages of the scoreboard as the product sends them: processor time of one, and its weight. */
import { brotliCompressSync } from 'node:zlib'
import { getCpuSeconds, isQuick, report, showSpread, showTable, toSpread } from './figures.ts'
import type { Product } from './product.ts'

/** Microseconds of processor time that a page may take, and bytes that it may weigh in brotli. */
const target = 5000
const pages = [
	{ name: 'scoreboard', path: '/ar/programme', most: 40_000 },
	{ name: 'map', path: '/ar/programme/regions', most: 60_000 },
	{ name: 'region', path: '/fr/programme/regions/MA-08', most: 60_000 },
] as const
const rounds = isQuick ? 3 : 5
const requests = isQuick ? 300 : 1000

/** Microseconds of the product's processor time for each of `count` pages. */
const load = async (product: Product, path: string, count: number): Promise<number> => {
	let left = count
	const before = getCpuSeconds(product.pid)
	const ask = async (): Promise<void> => {
		while (left-- > 0) {
			const answer = await fetch(product.origin + path, { headers: { 'accept-encoding': 'br' } })
			if (!answer.ok) throw new Error(`asking for ${path}: answered ${answer.status}`)
			await answer.arrayBuffer()
		}
	}
	await Promise.all(Array.from({ length: 8 }, ask))
	return ((getCpuSeconds(product.pid) - before) / count) * 1_000_000
}

/** Bytes of a page compressed. */
const weigh = async ({ origin }: Product, path: string): Promise<number> => {
	const answer = await fetch(origin + path, { headers: { 'accept-encoding': 'identity' } })
	return brotliCompressSync(await answer.text()).length
}

/** Asks for the pages and reports each. */
export const measureServedPages = async (product: Product): Promise<void> => {
	const kinds = pages.map((page) => ({ ...page, taken: [] as number[], bytes: 0 }))
	for (const kind of kinds) {
		kind.bytes = await weigh(product, kind.path)
		await load(product, kind.path, requests / 2)
	}
	for (let round = 0; round < rounds; round++)
		for (const kind of kinds) kind.taken.push(await load(product, kind.path, requests))
	console.log(
		showTable(
			['page', 'CPU µs', 'bytes br'],
			kinds.map(({ name, taken, bytes }) => [name, showSpread(toSpread(taken)), String(bytes)]),
		),
	)
	for (const { name, taken, bytes, most } of kinds) {
		const { median } = toSpread(taken)
		report(`${name}, served`, `${Math.round(median)} µs`, `<= ${target} µs`, median <= target)
		report(`${name}, weight`, `${bytes} B`, `<= ${most} B`, bytes <= most)
	}
}
