/**
 * Processor time of counting: a built page sent from memory to arrivals by a server that counts them in every second block of 2,000 answers, beside the
 * blocks in which it does not; and one count by itself. `node bench/counting.ts`
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createCounter } from '#domains/programme/counting'
import { findArrival } from '#server/process/counting/counter'
import { finish, isQuick, report, showSpread, showTable, toSpread } from './support/figures.ts'
import { findFreePort, waitUntilReady } from './support/product.ts'

const page = '/ar/teens/bullying'
const seconds = isQuick ? 10 : 60
const target = 0.02
const arrival = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }

/** Microseconds of one look at the headers and one count. */
const measureAlone = (): number => {
	const facts = { provinces: [], regions: [], topics: [] }
	const counter = createCounter({ facts, zone: 'Africa/Casablanca' })
	const times = isQuick ? 200_000 : 1_000_000
	const count = (): number => {
		const { user } = process.cpuUsage()
		for (let at = 0; at < times; at++) {
			const found = findArrival(page, arrival)
			if (found) counter.countDirect(found)
		}
		return (process.cpuUsage().user - user) / times
	}
	count()
	return toSpread(Array.from({ length: 5 }, count)).median
}

/** Microseconds of an answer in blocks with and without, after the first twenty. */
const measureBeside = async (): Promise<{ on: number[]; off: number[] }> => {
	const port = await findFreePort()
	const server = spawn(process.execPath, ['bench/support/counted-static.ts', String(port)])
	let said = ''
	server.stdout.on('data', (text: Buffer) => (said += text.toString()))
	const address = `http://127.0.0.1:${port}${page}`
	await waitUntilReady(address, server)
	const headers = Object.entries({ ...arrival, 'accept-encoding': 'br' }).flatMap(([name, value]) => [
		'-H',
		`${name}: ${value}`,
	])
	try {
		const text = execFileSync('wrk', ['-t1', '-c64', `-d${seconds}s`, ...headers, address], {
			encoding: 'utf8',
		})
		if (/Non-2xx|Socket errors/u.test(text)) throw new Error(`loading ${address}: ${text}`)
		// What was written while the load held this process arrives now.
		await new Promise((resolve) => setTimeout(resolve, 200))
	} finally {
		server.kill()
	}
	const blocks = said.trim().split('\n').slice(20)
	const read = (way: string): number[] =>
		blocks.flatMap((line) => (line.startsWith(`${way} `) ? [Number(line.slice(way.length))] : []))
	return { on: read('on'), off: read('off') }
}

const alone = measureAlone()
console.log(`one count alone: ${(alone * 1000).toFixed(0)} ns`)
if (spawnSync('wrk', ['-v']).error) {
	console.log('beside static pages: not measured, wrk is not installed (apt-get install wrk)')
	process.exit(0)
}
const { on, off } = await measureBeside()
const spreads = { on: toSpread(on), off: toSpread(off) }
console.log(
	showTable(
		['', `counting, ${on.length} blocks`, `not, ${off.length} blocks`],
		[['µs of CPU an answer', showSpread(spreads.on, 1), showSpread(spreads.off, 1)]],
	),
)
const share = alone / spreads.off.median
report(
	'one count, of the processor time of a static page',
	`${(share * 100).toFixed(2)} %`,
	`<= ${target * 100} %`,
	share <= target,
)
// Neighbours only: what the machine does meanwhile falls on both. Every second pair begins with the other one.
const pairs = on.flatMap((time, at) => [time / (off[at] ?? NaN) - 1, time / (off[at + 1] ?? NaN) - 1])
const more = toSpread(pairs.filter((pair) => !Number.isNaN(pair))).median
report(
	'blocks with counting beside those without',
	`${(more * 100).toFixed(2)} %`,
	`<= ${target * 100} %`,
	more <= target,
)
finish()
