/**
 * A long day of a hotline in ten minutes: 50 sealed reports of 16 KiB a second at the built product with the embedded database. None
 * may be lost; how long each waited for its receipt, memory, and how late the event loop was. `node bench/soak.ts [--seconds 600]`
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '#platform'
import { makeNoteKey } from '#tools/seal/signed-note'
import { openEpoch } from '#domains/reports/sealing'
import { finish, getPercentile, isQuick, report } from './support/figures.ts'
import { makeBox, makeOwnBody, sealOnce } from './support/own-reports.ts'
import { startProduct } from './support/product.ts'

const asked = process.argv.indexOf('--seconds')
const seconds = asked > 0 ? Number(process.argv[asked + 1]) : isQuick ? 20 : 600
const perSecond = 50
const mostMilliseconds = 500

const folder = mkdtempSync(join(tmpdir(), 'thiqa-bench-soak-'))
const [dataDir, loopFile] = [join(folder, 'data'), join(folder, 'loop.json')]
const watch = new URL('support/watch-loop.ts', import.meta.url).href
const product = await startProduct(['--import', watch], {
	env: { DATA_DIR: dataDir, THIQA_BENCH_LOOP: loopFile },
})
const agent = new Agent({ keepAlive: true, maxSockets: 200 })

type Answer = { status: number; text: string }

const ask = (path: string, body?: Uint8Array): Promise<Answer> =>
	new Promise((resolve, reject) => {
		const sent = request(
			`${product.origin}${path}`,
			{
				agent,
				method: body ? 'POST' : 'GET',
				headers: body ? { 'content-type': 'application/octet-stream', 'content-length': body.length } : {},
			},
			(response) => {
				let text = ''
				response.setEncoding('utf8').on('data', (part: string) => (text += part))
				response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
			},
		)
		sent.on('error', reject).end(body)
	})

const readEpoch = async () => {
	const { record } = JSON.parse((await ask('/intake/epoch')).text) as { record: string }
	const page = (await ask('/fr/report')).text
	const [, name = '', key = ''] = /([^"\s]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/=]+)/u.exec(page) ?? []
	const root = makeNoteKey(name, 'ed25519', Uint8Array.from(Buffer.from(key, 'base64').subarray(1)))
	const epoch = await openEpoch(record, root)
	if (!epoch.ok) throw new Error('soaking: the epoch is not signed')
	return epoch.value
}

const getMemory = (): number =>
	Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${product.pid}/status`, 'utf8'))?.[1]) / 1000

const epoch = await readEpoch()
const [sealed, box] = [await sealOnce(epoch.recipient, 8000), await makeBox()]
const waits: number[] = []
const statuses = new Map<string, number>()
const memory: number[] = []

/** Does what a browser does at the end: asks for a token, sends, waits for the answer that makes it show the receipt. */
const sendOne = async (): Promise<void> => {
	try {
		const { token } = JSON.parse((await ask('/intake/challenge')).text) as { token: string }
		const { body } = await makeOwnBody({ token, epoch: epoch.id, lane: 'danger' }, sealed, box)
		const started = performance.now()
		const { status } = await ask('/intake/reports', body)
		waits.push(performance.now() - started)
		statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1)
	} catch {
		statuses.set('none', (statuses.get('none') ?? 0) + 1)
	}
}

const started = performance.now()
const under: Set<Promise<void>> = new Set()
let sent = 0
while (performance.now() - started < seconds * 1000) {
	const due = Math.floor(((performance.now() - started) / 1000) * perSecond)
	for (; sent < due; sent++) {
		const one: Promise<void> = sendOne().finally(() => under.delete(one))
		under.add(one)
	}
	if (memory.length < (performance.now() - started) / 10_000) {
		memory.push(getMemory())
		if (memory.length % 6 === 1)
			console.log(
				`${Math.round((performance.now() - started) / 1000)} s: ${waits.length} answered, p99 ${getPercentile(waits, 0.99).toFixed(0)} ms, ${memory.at(-1)?.toFixed(0)} MB, event loop ${readFileSync(loopFile, 'utf8')}, load of the machine ${loadavg()[0]?.toFixed(1)}`,
			)
	}
	await wait(5)
}
await Promise.all(under)
const ran = (performance.now() - started) / 1000
const loop = readFileSync(loopFile, 'utf8')
await product.stop()

const told = statuses.get('201') ?? 0
const database = await openDatabase({ dataDir, databaseUrl: undefined })
const { count } = await database.kysely
	.$extendTables<{ report: { id: string } }>()
	.selectFrom('report')
	.select((select) => select.fn.countAll<number>().as('count'))
	.executeTakeFirstOrThrow()
const waiting = readdirSync(join(dataDir, 'cold')).filter((name) => name.endsWith('.report')).length
await database.close()
rmSync(folder, { recursive: true, force: true })

console.log(
	`${sent} reports in ${ran.toFixed(0)} s, answers ${JSON.stringify(Object.fromEntries(statuses))}; memory ${memory[0]?.toFixed(0)} MB at first, ${Math.max(...memory).toFixed(0)} MB at most, ${memory.at(-1)?.toFixed(0)} MB at last; event loop (ms) ${loop}`,
)
report('reports told to be safe and lost', String(told - count - waiting), '0', told === count + waiting)
report('reports a second', (told / ran).toFixed(1), `>= ${perSecond * 0.99}`, told / ran >= perSecond * 0.99)
report(
	'wait for the receipt, p99',
	`${getPercentile(waits, 0.99).toFixed(0)} ms (median ${getPercentile(waits, 0.5).toFixed(0)} ms)`,
	`< ${mostMilliseconds} ms`,
	getPercentile(waits, 0.99) < mostMilliseconds,
)
finish()
