/**
 * Attachments that arrive while lines break, at the built product: 20 reports with a screenshot of 5 MiB each at once, each line cut
 * off again and again, until all are whole and their reports filed. Prints what memory of the product grew by, and checks every byte.
 * `node bench/attachments.ts`, a minute at most.
 *
 * `--reports 200 --parts 3 --mebibytes 8 --kbit 256` is a bad evening: 200 phones on slow lines, each with as much as a report may bring
 * (25 MiB). That takes twenty minutes and 5 GB of disk.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sendAttachment, type Sending } from '#domains/reports/attachments'
import { seal } from '#tools/seal/sealed'
import { finish, getPercentile, isQuick, report } from './support/figures.ts'
import { readEpoch, readRoot } from '../tests/support/product-epoch.ts'
import { makeBox, makeOwnBody, sealOnce } from './support/own-reports.ts'
import { startProduct } from './support/product.ts'
import { openWeakLine } from './support/weak-line.ts'

const read = (name: string): number | undefined => {
	const at = process.argv.indexOf(`--${name}`)
	return at > 0 ? Number(process.argv[at + 1]) : undefined
}
const reports = read('reports') ?? (isQuick ? 8 : 20)
const parts = read('parts') ?? 1
const length = (read('mebibytes') ?? (isQuick ? 1 : 5)) * 1024 * 1024
const kbit = read('kbit')
/** A slow line takes its time; a third more for what breaks off, and a minute. */
const longest = kbit === undefined ? 60_000 : ((parts * length) / (kbit * 125)) * 1000 * 1.7 + 60_000

const folder = mkdtempSync(join(tmpdir(), 'thiqa-bench-attachments-'))
const [dataDir, memoryFile] = [join(folder, 'data'), join(folder, 'memory.json')]
const watch = new URL('support/watch-memory.ts', import.meta.url).href
const product = await startProduct(['--import', watch], {
	env: { DATA_DIR: dataDir, ATTACHMENTS: 'screenshot', THIQA_BENCH_MEMORY: memoryFile },
})
const epoch = await readEpoch(product.origin, await readRoot(product.origin))
const [sealedReport, box] = [await sealOnce(epoch.recipient), await makeBox()]
const made = await seal(Buffer.alloc(length, 'thiqa'), epoch.recipient, 'padme')
if (!made.ok) throw new Error('preparing: not sealed')
const bytes = Uint8Array.from(made.value)
const digest = createHash('sha256').update(bytes).digest('hex')

const line = openWeakLine(product.origin, { kbit, cuts: 0.25 })
const tools = {
	fetch: line.fetch,
	wait: (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds / 20)),
	now: () => performance.now(),
}

type Sample = { resident: number; heap: number; external: number }
const measure = (): Sample => {
	const status = readFileSync(`/proc/${product.pid}/status`, 'utf8')
	const resident = Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) * 1024
	return { resident, ...(JSON.parse(readFileSync(memoryFile, 'utf8')) as Omit<Sample, 'resident'>) }
}

const problems = new Map<string, number>()
/** All parts of one report, then the report that names them: as a page does, which tries again for as long as it is open. */
const file = async (): Promise<boolean> => {
	const { token } = (await (await fetch(`${product.origin}/intake/challenge`)).json()) as { token: string }
	for (let part = 1; part <= parts; part++) {
		const sending: Sending = { part, sealed: bytes, sent: 0 }
		for (;;) {
			if (performance.now() - started > longest) return false
			const problem = await sendAttachment(sending, token, { tools })
			if (problem === undefined) break
			problems.set(problem, (problems.get(problem) ?? 0) + 1)
			await new Promise((resolve) => setTimeout(resolve, 1000))
		}
	}
	const attachments = Array.from({ length: parts }, () => bytes.length)
	const header = { token, epoch: epoch.id, lane: 'danger', attachments } as const
	const { body } = await makeOwnBody(header, sealedReport, box)
	const answer = await fetch(`${product.origin}/intake/reports`, {
		method: 'POST',
		headers: { 'content-type': 'application/octet-stream' },
		body,
	})
	await answer.arrayBuffer()
	return answer.status === 201
}

while (!existsSync(memoryFile)) await new Promise((resolve) => setTimeout(resolve, 100))
const before = measure()
const samples: Sample[] = []
const started = performance.now()
const clock = setInterval(() => {
	samples.push(measure())
	if (kbit !== undefined && samples.length % 120 === 0) {
		const { resident, heap, external } = samples.at(-1) ?? before
		const megabytes = [resident, heap, external].map((value) => (value / 1e6).toFixed(0)).join(' / ')
		console.log(
			`${Math.round((performance.now() - started) / 1000)} s: resident, heap, external ${megabytes} MB; ${line.countCuts()} cuts; ${JSON.stringify(Object.fromEntries(problems))}`,
		)
	}
}, 500)
const filed = (await Promise.all(Array.from({ length: reports }, file))).filter(Boolean).length
clearInterval(clock)
const seconds = (performance.now() - started) / 1000
await product.stop()

const hash = async (path: string): Promise<string> => {
	const sum = createHash('sha256')
	for await (const chunk of createReadStream(path)) sum.update(chunk as Buffer)
	return sum.digest('hex')
}
const stored = join(dataDir, 'attachments')
let right = 0
const names = readdirSync(stored)
for (const name of names) if ((await hash(join(stored, name))) === digest) right += 1
rmSync(folder, { recursive: true, force: true })

const wanted = reports * parts
const megabytes = ((wanted * bytes.length) / 1e6).toFixed(0)
report(
	`${reports} reports at once with ${parts} x ${(bytes.length / 1e6).toFixed(1)} MB, ${megabytes} MB, ${line.countCuts()} cuts, told ${JSON.stringify(Object.fromEntries(problems))}`,
	`${filed} filed, ${right} of ${names.length} files the same bytes, ${seconds.toFixed(1)} s`,
	'all filed and the same',
	filed === reports && right === wanted && names.length === wanted,
)
const most = (of: keyof Sample): number => Math.max(...samples.map((sample) => sample[of]))
const show = (of: keyof Sample): string =>
	`${of} ${(before[of] / 1e6).toFixed(0)} MB before, ${(most(of) / 1e6).toFixed(0)} MB at most, ${((samples.at(-1)?.[of] ?? 0) / 1e6).toFixed(0)} MB at last`
console.log(`memory of the product: ${show('resident')}; ${show('heap')}; ${show('external')}`)
const growth = (most('resident') - before.resident) / 1e6
report(
	'memory of the product meanwhile',
	`${growth.toFixed(0)} MB more than before`,
	'< 100 MB and 1 MB for each that is under way',
	growth < 100 + reports,
)
/** The heap between two collections goes up and down: its median in the first and in the last third of the time. */
const third = Math.floor(samples.length / 3)
const [early, late] = [samples.slice(0, third), samples.slice(-third)].map((some) =>
	getPercentile(
		some.map(({ heap }) => heap),
		0.5,
	),
)
if (kbit !== undefined)
	report(
		'heap, last third of the time beside the first (medians)',
		`${(((late ?? NaN) / (early ?? NaN) - 1) * 100).toFixed(1)} %`,
		'10 % more at most',
		(late ?? NaN) <= (early ?? NaN) * 1.1,
	)
finish()
