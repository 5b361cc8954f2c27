/**
 * A built page from our own server beside nginx with one worker: the same bytes in brotli, the same headers, 64
 * connections kept alive, alternating rounds. Requests a second, and requests for each second of the server's
 * processor time, which does not depend on what else the machine does. `node bench/static.ts`
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { getCpuSeconds, finish, isQuick, report, showSpread, showTable, toSpread } from './support/figures.ts'
import { encoding, hasNginx, startNginx } from './support/nginx.ts'
import { startProduct } from './support/product.ts'

const page = '/ar/teens/bullying'
const rounds = isQuick ? 3 : 5
const seconds = isQuick ? 2 : 4
const target = 0.5

type Round = { perSecond: number; perCpuSecond: number }

const load = (address: string, pid: number, duration: number): Round => {
	const before = getCpuSeconds(pid)
	const text = execFileSync(
		'wrk',
		['-t1', '-c64', `-d${duration}s`, '-H', `accept-encoding: ${encoding}`, address],
		{ encoding: 'utf8' },
	)
	const used = getCpuSeconds(pid) - before
	if (/Non-2xx|Socket errors/u.test(text)) throw new Error(`loading ${address}: ${text}`)
	const [, requests, wall] = /(\d+) requests in ([\d.]+)s/u.exec(text) ?? []
	return { perSecond: Number(requests) / Number(wall), perCpuSecond: Number(requests) / used }
}

if (!hasNginx() || spawnSync('wrk', ['-v']).error) {
	console.log('static pages: not measured, nginx or wrk is not installed (apt-get install nginx wrk)')
	process.exit(0)
}
const product = await startProduct()
const answer = await fetch(product.origin + page, { headers: { 'accept-encoding': encoding } })
await answer.arrayBuffer()
const nginx = await startNginx(`build/prerendered${page}.html`, answer.headers)
try {
	const peer = await fetch(`${nginx.origin}/page.html`, { headers: { 'accept-encoding': encoding } })
	for (const [name, { headers }] of [
		['ours', answer],
		['nginx', peer],
	] as const)
		console.log(
			`${name}: ${headers.get('content-length') ?? '?'} bytes ${headers.get('content-encoding') ?? 'plain'}, ${[...headers.keys()].length} headers`,
		)
	const [ours, theirs]: [Round[], Round[]] = [[], []]
	for (let round = -1; round < rounds; round++) {
		const mine = load(product.origin + page, product.pid, round < 0 ? 2 : seconds)
		const its = load(`${nginx.origin}/page.html`, nginx.pid, round < 0 ? 1 : seconds)
		if (round < 0) continue // warms up
		ours.push(mine)
		theirs.push(its)
	}
	const show = (values: number[], digits = 0): string => showSpread(toSpread(values), digits)
	const getRatios = (name: keyof Round): number[] =>
		ours.map((round, at) => round[name] / (theirs[at]?.[name] ?? NaN))
	const rows = (['perSecond', 'perCpuSecond'] as const).map((name) => [
		name === 'perSecond' ? 'requests / s' : 'requests / s of CPU',
		show(ours.map((round) => round[name])),
		show(theirs.map((round) => round[name])),
		show(getRatios(name), 2),
	])
	console.log(showTable(['', 'ours', 'nginx', 'ratio'], rows))
	for (const name of ['perSecond', 'perCpuSecond'] as const) {
		const { median } = toSpread(getRatios(name))
		report(`static page, ${name}`, `${median.toFixed(2)} of nginx`, `>= ${target}`, median >= target)
	}
} finally {
	await nginx.stop()
	await product.stop()
}
finish()
