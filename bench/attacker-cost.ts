/**
 * The price of a flood: the built product on loopback, one attacker at full speed for 60 s, once for each harm, and honest people at a human rate
 * beside it. Prints the share of honest ones who came through, and the attacker's seconds for each one who did not. `node bench/attacker-cost.ts`
 *
 * The desk is not a person here: when the flood is over, cases are opened in the order of the queue, so many a minute (`--per-minute 20`), and an
 * honest report counts as opened first when its turn comes within the fifteen minutes of its clock.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '#platform'
import { sendAttachment } from '#domains/reports/attachments'
import { seal } from '#tools/seal/sealed'
import type { Challenge } from '#tools/seal/proof-of-work'
import { solveChallenge } from '#tools/seal/proof-of-work/solver'
import type { Tables } from '../src/server/process/database.ts'
import { listQueue } from '../src/lib/domains/cases/queue/server/queue.ts'
import { readEpoch, readRoot } from '../tests/support/product-epoch.ts'
import type { Attack, Attacked } from './support/attacker.ts'
import { finish, isQuick, report } from './support/figures.ts'
import { makeBox, makeOwnBody, sealOnce } from './support/own-reports.ts'
import { startProduct } from './support/product.ts'

const read = (name: string, usual: number): number => {
	const at = process.argv.indexOf(`--${name}`)
	return at > 0 ? Number(process.argv[at + 1]) : usual
}
const seconds = read('seconds', isQuick ? 15 : 60)
const perMinute = read('per-minute', 20)
/** `--only mailbox,danger`: these harms alone. */
const onlyAt = process.argv.indexOf('--only')
const only = onlyAt > 0 ? (process.argv[onlyAt + 1] ?? '').split(',') : undefined
const isWanted = (kind: Attack): boolean => only?.includes(kind) ?? true
const least = 0.95
/** One honest person every so many milliseconds. */
const pace = 1500

type World = {
	origin: string
	epoch: Awaited<ReturnType<typeof readEpoch>>
	box: string
	sealed: Uint8Array
	attachment: Uint8Array<ArrayBuffer>
}

const openWorld = async (origin: string): Promise<World> => {
	const epoch = await readEpoch(origin, await readRoot(origin))
	const attachment = await seal(new Uint8Array(20_000), epoch.recipient, 'padme')
	if (!attachment.ok) throw new Error('preparing: not sealed')
	const sealed = await sealOnce(epoch.recipient)
	return { origin, epoch, box: await makeBox(), sealed, attachment: Uint8Array.from(attachment.value) }
}

const attack = async (
	world: World,
	kind: Attack,
	line: { connections: number; addresses: number },
): Promise<Attacked> => {
	const file = new URL('support/attacker.ts', import.meta.url).pathname
	const given = [kind, new URL(world.origin).port, seconds, line.connections, line.addresses].map(String)
	const child = spawn(process.execPath, [file, ...given], { stdio: ['pipe', 'pipe', 'inherit'] })
	let said = ''
	child.stdout.on('data', (text: Buffer) => (said += text.toString()))
	child.stdin.end(
		JSON.stringify({
			epoch: world.epoch.id,
			box: world.box,
			sealed: Buffer.from(world.sealed).toString('base64'),
		}),
	)
	await new Promise((resolve) => child.on('close', resolve))
	return JSON.parse(said) as Attacked
}

type Asked = { token: string; challenge?: Challenge }
const ask = async ({ origin }: World): Promise<Asked> =>
	(await (await fetch(`${origin}/intake/challenge`)).json()) as Asked

type Filed = { entry: string; work?: true } | undefined

const file = async (world: World, token: string, attachments?: number[]): Promise<Filed> => {
	const header = {
		token,
		epoch: world.epoch.id,
		lane: 'danger',
		...(attachments ? { attachments } : {}),
	} as const
	const { body } = await makeOwnBody(header, world.sealed, world.box)
	const headers = { 'content-type': 'application/octet-stream' }
	const answer = await fetch(`${world.origin}/intake/reports`, { method: 'POST', headers, body })
	return answer.status === 201 ? ((await answer.json()) as Filed) : undefined
}

/** A slow phone needs a second for it; solved here first, which a busy machine makes longer. */
const workSlowly = async (challenge: Challenge): Promise<string> => {
	const solution = await solveChallenge(challenge)
	await sleep(1000)
	return solution
}

/** A child with script: the report first, then the work where it is asked. Answer: the entry of the report. */
const reportDanger = async (world: World): Promise<string | undefined> => {
	const { token } = await ask(world)
	const filed = await file(world, token)
	if (!filed?.work) return filed?.entry
	const { challenge } = (await (
		await fetch(`${world.origin}/intake/work?token=${token}`)
	).json()) as Partial<Asked>
	if (challenge) {
		const body = JSON.stringify({ token, solution: await workSlowly(challenge) })
		const headers = { 'content-type': 'application/json' }
		await fetch(`${world.origin}/intake/lift`, { method: 'POST', headers, body })
	}
	return filed.entry
}

/** A screenshot and the report that names it. The work was done while the child wrote. */
const reportAttached = async (world: World): Promise<boolean> => {
	const { token, challenge } = await ask(world)
	const solution = challenge && (await solveChallenge(challenge))
	const sending = { part: 1, sealed: world.attachment, sent: 0 }
	const problem = await sendAttachment(sending, token, {
		work: async () => solution,
		tools: {
			fetch: (path, init) => fetch(new URL(path instanceof Request ? path.url : path, world.origin), init),
			wait: (milliseconds) => sleep(milliseconds),
			now: () => performance.now(),
		},
	})
	return problem === undefined && (await file(world, token, [sending.sealed.length])) !== undefined
}

const post = (world: World, path: string, fields: Record<string, string>): Promise<Response> =>
	fetch(world.origin + path, {
		method: 'POST',
		headers: { origin: world.origin },
		body: new URLSearchParams(fields),
	})

/** A report without script. Answer: the number of its receipt. */
const reportInClear = async (world: World): Promise<string | undefined> => {
	const page = await (await fetch(`${world.origin}/fr/report`)).text()
	const token = /name="token" value="([\w-]+)"/u.exec(page)?.[1] ?? ''
	const told = { danger: 'now', who: 'teen', what: 'bullying', app: 'Insta', wants: 'stop', words: 'Mesure' }
	const shown = await (await post(world, '/fr/report', { token, ...told })).text()
	return /(?:\d{4} ){5}\d{4}(?: \d\d)?/u.exec(shown.replaceAll('\u00a0', ' '))?.[0]
}

/** Opens a mailbox without script, and presses again as the page says: for two minutes, every five seconds. */
const openMailbox = async (world: World, code: string): Promise<boolean> => {
	const until = performance.now() + 120_000
	let ticket = ''
	while (performance.now() < until) {
		const answer = await post(world, '/fr/mailbox?/open', { code, ticket })
		const shown = await answer.text()
		if (answer.status === 200) return true
		ticket = /name="ticket" value="([\w-]+)"/u.exec(shown)?.[1] ?? ''
		await sleep(5000)
	}
	return false
}

/** Honest people, one after the other at their pace, while the attack lasts. */
const live = async <Done>(attacking: Promise<unknown>, act: () => Promise<Done>): Promise<Done[]> => {
	const lives: Promise<Done | undefined>[] = []
	let isOver = false
	void attacking.finally(() => (isOver = true))
	await sleep(1000)
	while (!isOver) {
		lives.push(act().catch(() => undefined))
		await sleep(pace)
	}
	return (await Promise.all(lives)) as Done[]
}

const say = ({ ran, processor, worked, statuses }: Attacked): string =>
	`${ran.toFixed(0)} s, ${processor.toFixed(1)} s of processor, answered ${JSON.stringify(statuses)}${worked > 0 ? `, work done for ${worked}` : ''}`

const judge = (name: string, attacked: Attacked, came: number, of: number): void => {
	const harmed = of - came
	const price = harmed === 0 ? 'no harm' : `${(attacked.ran / harmed).toFixed(1)} attacker seconds a harm`
	const share = `${((100 * came) / Math.max(1, of)).toFixed(1)} % (${came} of ${of}), ${price}`
	report(name, share, `>= ${least * 100} %`, of > 0 && came >= of * least)
}

/** Starts the product on a folder, does the work, and gives the folder when it has stopped. */
const withProduct = async (
	work: (world: World) => Promise<void>,
	after?: (dataDir: string) => Promise<void>,
) => {
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-attacker-'))
	const dataDir = join(folder, 'data')
	const product = await startProduct([], { env: { DATA_DIR: dataDir, ATTACHMENTS: 'screenshot' } })
	try {
		await work(await openWorld(product.origin))
	} finally {
		await product.stop()
	}
	await after?.(dataDir)
	rmSync(folder, { recursive: true, force: true })
}

/** Entries of reports in the order in which the desk opens their cases. */
const listInOrder = async (dataDir: string): Promise<string[]> => {
	const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
	try {
		const db = database.kysely
		const lines = await listQueue(db, { most: 100_000 })
		const rows = await db
			.selectFrom('case_report')
			.innerJoin('report', 'report.id', 'case_report.report')
			.select(['case_id', 'entry'])
			.execute()
		const entries = new Map(rows.map(({ case_id, entry }) => [case_id, entry]))
		return lines.flatMap(({ id }) => entries.get(id) ?? [])
	} finally {
		await database.close()
	}
}

const floodDanger = async (name: string, kind: Attack, addresses: number): Promise<void> => {
	if (!isWanted(kind)) return
	let attacked: Attacked | undefined
	let honest: (string | undefined)[] = []
	await withProduct(
		async (world) => {
			const attacking = attack(world, kind, { connections: 48, addresses })
			honest = await live(attacking, () => reportDanger(world))
			attacked = await attacking
			await sleep(8000) // the desk takes in what has come
		},
		async (dataDir) => {
			if (!attacked) return
			console.log(`  ${name}: ${say(attacked)}`)
			const kept = honest.filter((entry) => entry !== undefined)
			judge(`${name}: honest reports stored`, attacked, kept.length, honest.length)
			const order = await listInOrder(dataDir)
			// The clock began a minute before the flood was over, for those who came first.
			const inTime = order.slice(0, perMinute * 14)
			const first = kept.filter((entry) => inTime.includes(entry)).length
			const told = `${name}: opened within their clock at ${perMinute} a minute, ${order.length} lines in the queue`
			judge(told, attacked, first, kept.length)
		},
	)
}

const flood = async (
	name: string,
	kind: Attack,
	line: { connections: number; addresses: number },
	prepare: (world: World) => Promise<(() => Promise<boolean>) | undefined>,
): Promise<void> => {
	if (!isWanted(kind)) return
	await withProduct(async (world) => {
		const act = await prepare(world)
		if (!act) throw new Error(`preparing ${name}: no receipt`)
		const attacking = attack(world, kind, line)
		const came = await live(attacking, act)
		const attacked = await attacking
		console.log(`  ${name}: ${say(attacked)}`)
		judge(name, attacked, came.filter(Boolean).length, came.length)
	})
}

console.log(
	`load before: ${loadavg()
		.map((one) => one.toFixed(1))
		.join(' ')}; ${seconds} s each`,
)
await floodDanger('danger without work, 250 addresses', 'danger', 250)
await floodDanger('danger without work, one address', 'danger', 1)
await floodDanger('danger with work', 'danger-worked', 250)
await flood(
	'attachments',
	'attachments',
	{ connections: 48, addresses: 250 },
	async (world) => () => reportAttached(world),
)
await flood('mailboxes without script', 'mailbox', { connections: 90, addresses: 250 }, async (world) => {
	const code = await reportInClear(world)
	return code === undefined ? undefined : () => openMailbox(world, code)
})
console.log(
	`load after: ${loadavg()
		.map((one) => one.toFixed(1))
		.join(' ')}`,
)
finish()
