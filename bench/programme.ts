/**
 * The programme with a million sessions of five years in the embedded database: seconds to close a quarter, to have the scoreboard made anew after
 * a change, to hand all sessions out and in how much memory, to read a plan of 10,000 lines in, to take 100 entries of a phone; then the scoreboard as it is
 * served with all of that. `node bench/programme.ts`; `-- --quick` takes 100,000 sessions.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, openDatabase } from '#platform'
import type { Person } from '#domains/people'
import type { Tables } from '../src/server/process/database.ts'
import { finish, isQuick, report, toSpread } from './support/figures.ts'
import { openModules } from './support/modules.ts'
import { startProduct } from './support/product.ts'
import { fillSessions, makePlanFile, quarters } from './support/programme-data.ts'
import { measureServedPages } from './support/served-pages.ts'

const size = isQuick ? 100_000 : 1_000_000
const planLines = 10_000
const entries = 100
const rounds = isQuick ? 3 : 7

const { load, close } = await openModules()
const domains = '/src/lib/domains'
const process_ = await load<typeof import('../src/server/process/database.ts')>(
	'/src/server/process/database.ts',
)
const board = await load<typeof import('../src/server/public/scoreboard.ts')>(
	'/src/server/public/scoreboard.ts',
)
const phone = await load<typeof import('../src/server/public/programme/entries.ts')>(
	'/src/server/public/programme/entries.ts',
)
const rules = await load<typeof import('../src/lib/domains/programme/sessions/index.ts')>(
	`${domains}/programme/sessions/index.ts`,
)
const reporting = await load<
	typeof import('../src/lib/domains/programme/sessions/reporting/server/index.ts')
>(`${domains}/programme/sessions/reporting/server/index.ts`)
const out = await load<typeof import('../src/lib/domains/programme/sessions/export/server/index.ts')>(
	`${domains}/programme/sessions/export/server/index.ts`,
)
const links = await load<typeof import('../src/lib/domains/programme/sessions/invitations/server/index.ts')>(
	`${domains}/programme/sessions/invitations/server/index.ts`,
)
const figures = await load<typeof import('../src/lib/domains/programme/figures/server/index.ts')>(
	`${domains}/programme/figures/server/index.ts`,
)
const plan = await load<typeof import('../src/lib/domains/programme/plan/server/index.ts')>(
	`${domains}/programme/plan/server/index.ts`,
)
const files = await load<typeof import('../src/lib/domains/programme/plan/files/index.ts')>(
	`${domains}/programme/plan/files/index.ts`,
)
const imports = await load<typeof import('../src/lib/domains/programme/plan/files/server/index.ts')>(
	`${domains}/programme/plan/files/server/index.ts`,
)
const people = await load<typeof import('../src/lib/domains/people/server/index.ts')>(
	`${domains}/people/server/index.ts`,
)

type Taken = { seconds: number; cpu: number }

/** Wall time and processor time of all threads, the one of the database included. */
const take = async (work: () => Promise<unknown>): Promise<Taken> => {
	const [started, before] = [performance.now(), process.cpuUsage()]
	await work()
	const { user, system } = process.cpuUsage(before)
	return { seconds: (performance.now() - started) / 1000, cpu: (user + system) / 1_000_000 }
}

/** A limit holds for what the processor did: the clock bears other work on the machine. */
const say = (name: string, { seconds, cpu }: Taken, limit: number): void =>
	report(name, `${cpu.toFixed(2)} s of CPU, ${seconds.toFixed(2)} s`, `<= ${limit} s of CPU`, cpu <= limit)

const folder = mkdtempSync(join(tmpdir(), 'thiqa-bench-programme-'))
const database = await openDatabase<Tables>({ dataDir: folder, databaseUrl: undefined })
await migrate(database)
process_.setDatabase(database)
const db = database.kysely
const now = (): Date => new Date()
const desk = { db, now }
await plan.plantPlan(desk)

const hire = async (name: string, role: 'programme-lead'): Promise<Person> => {
	const person = { name, roles: [role], language: 'fr', region: undefined } as const
	return { ...person, id: await people.addPerson(db, person, now()) }
}
const [lead, second] = [await hire('Salma', 'programme-lead'), await hire('Karim', 'programme-lead')]
const provinces = board.allPlaces.filter(({ kind }) => kind === 'province' || kind === 'prefecture')
const regions = board.allPlaces.filter(({ kind }) => kind === 'region').map(({ code }) => code)

const filled = await take(() => fillSessions(db, size, provinces))
console.log(`${size} sessions in ${provinces.length} provinces put in: ${filled.seconds.toFixed(0)} s`)

const freeze = (all: Parameters<typeof figures.freezeFigures>[1]): Promise<number> =>
	db
		.transaction()
		.execute((trx) => figures.freezeFigures(trx, all, { by: lead.id, second: second.id, now: now() }))
const known = new Set(figures.indicators.map(({ id }) => id))

/** Counts a quarter and publishes what it says; arrivals as many as provinces have. */
const closeQuarter = async (quarter: string): Promise<void> => {
	const rows = await reporting.readQuarter(db, quarter, board.allPlaces)
	const arrivals = board.allPlaces.map(({ code }, at) => ({
		indicator: 'arrivals-by-code',
		place: code,
		period: quarter,
		method: 'arrivals/1',
		value: 1000 + at,
		low: 940 + at,
		high: 1060 + at,
		status: 'shown' as const,
	}))
	await freeze([...rows.filter(({ indicator }) => known.has(indicator)), ...arrivals])
}

const lastQuarters = 2
const closed: Taken[] = []
for (const quarter of quarters.slice(0, -lastQuarters)) closed.push(await take(() => closeQuarter(quarter)))
const dearest = closed.toSorted((a, b) => b.cpu - a.cpu)[0] ?? { seconds: 0, cpu: 0 }
say(`a quarter of ${size / 20} sessions counted and published, the dearest of ${closed.length}`, dearest, 20)
for (const { code } of board.allPlaces)
	for (const indicator of ['sessions-held', 'people-reached'])
		await figures.setTarget(
			db,
			{ indicator, place: code, period: '2026', value: 1000, agreedOn: '2026-01-01' },
			{ by: lead.id, now: now() },
		)

/** Seconds later at each look: the scoreboard asks once a second whether anything changed. */
let ahead = 0
const look = async () => {
	ahead += 2000
	return board.getScoreboard(new Date(Date.now() + ahead))
}

/** Looks until another version is there, and says of each page whether it stays. */
const rebuild = async (version: string): Promise<void> => {
	for (;;) {
		const built = await look()
		if (built.frozen.version === version) continue
		for (const part of ['actions', 'figures', 'all', ...regions]) board.stayWhile(built, part)
		return
	}
}

const measureRebuild = async (): Promise<void> => {
	const whole = await take(() => rebuild(''))
	const { published } = (await look()).frozen
	console.log(
		`from nothing, ${published.figures.length} numbers, ${published.targets.length} targets: ${whole.cpu.toFixed(2)} s of CPU, ${whole.seconds.toFixed(2)} s`,
	)
	const struck: Taken[] = []
	for (let round = 0; round < rounds; round++) {
		const { version } = (await look()).frozen
		const key = { indicator: 'sessions-held', place: provinces[round]?.code ?? '', period: '2024-Q2' }
		const is = { value: 9_000 + round, low: undefined, high: undefined, status: 'shown' as const }
		const by = { first: lead.id, second: second.id, now: now() }
		const reason = { ar: 'سبب', fr: 'Raison' }
		await db.transaction().execute((trx) => figures.addErratum(trx, { ...key, is, reason }, by))
		struck.push(await take(() => rebuild(version)))
	}
	const toMedian = (all: readonly Taken[]): Taken => ({
		seconds: toSpread(all.map(({ seconds }) => seconds)).median,
		cpu: toSpread(all.map(({ cpu }) => cpu)).median,
	})
	say('scoreboard made anew after an erratum, all its pages judged', toMedian(struck), 1)
	const { version } = (await look()).frozen
	await closeQuarter(quarters.at(-1) ?? '')
	say('scoreboard made anew after a quarter was published', await take(() => rebuild(version)), 1)
	const idle = await take(async () => {
		for (let at = 0; at < 10; at++) await look()
	})
	console.log(`a look when nothing changed: ${((idle.cpu / 10) * 1000).toFixed(1)} ms of CPU`)
}
await measureRebuild()

const measureExport = async (): Promise<void> => {
	const before = process.memoryUsage().rss
	let [most, bytes, lines] = [before, 0, -1]
	const taken = await take(async () => {
		for await (const piece of out.exportSessions(db, lead)) {
			bytes += Buffer.byteLength(piece)
			lines += piece.split('\r\n').length - 1
			most = Math.max(most, process.memoryUsage().rss)
		}
	})
	if (lines !== size) throw new Error(`handing sessions out: ${lines} of ${size}`)
	say(`all ${size} sessions handed out, ${Math.round(bytes / 1_000_000)} MB`, taken, 10)
	const more = (most - before) / 1_000_000
	report(
		'memory meanwhile, over what the process held before',
		`${more.toFixed(0)} MB`,
		'< 100 MB',
		more < 100,
	)
}
await measureExport()

const measureImport = async (): Promise<void> => {
	const bytes = makePlanFile(planLines)
	const taken = await take(async () => {
		const rows = files.readSheetFile(bytes)
		if (!rows.ok) throw new Error(`reading a plan: ${JSON.stringify(rows.issues)}`)
		const looked = await imports.lookAtFile(desk, rows.value, { regions, by: lead })
		if (!looked.id) throw new Error(`looking at a plan: ${JSON.stringify(looked.faults.slice(0, 3))}`)
		const { made } = await imports.writePlanFile(desk, looked.id, { regions, by: lead })
		if (made !== planLines) throw new Error(`writing a plan: ${made} lines`)
	})
	say(`a plan of ${planLines} lines read, checked twice and written`, taken, 3)
}
await measureImport()

const measureSync = async (): Promise<void> => {
	const sessionDesk = { ...desk, places: board.allPlaces, isPicked: () => false }
	const token = await links.inviteTrainer(sessionDesk, { region: undefined, days: 30, uses: 1000 }, lead)
	const held_on = now().toISOString().slice(0, 10)
	const made = Array.from({ length: entries }, () => ({
		instance_id: crypto.randomUUID(),
		revision: 1,
		prev_sha256: null,
		form_version: 1 as const,
		values: {
			held_on,
			province: 'MA-TAT',
			setting: 'college' as const,
			audience: 'teens' as const,
			language: 'ar' as const,
			minutes: 50,
			lesson: 'true-or-trap',
			dose: 1,
			series: crypto.randomUUID(),
			band: '25-29',
			card: true,
		},
	}))
	const taken = await take(async () => {
		for (const entry of made) {
			const address = { id: entry.instance_id, revision: '1' }
			const request = new Request(`http://thiqa.invalid/programme/entries/${entry.instance_id}/1`, {
				method: 'PUT',
				body: rules.toEntryText(entry),
				headers: { authorization: `Bearer ${token}` },
			})
			const answer = await phone.takePut(request, address)
			if (answer.status !== 200) throw new Error(`taking an entry: answered ${answer.status}`)
		}
	})
	say(`${entries} entries of a phone taken, one after the other, each durable before its answer`, taken, 1)
}
await measureSync()

await database.close()
await close()
const product = await startProduct([], { env: { DATA_DIR: folder } })
try {
	await measureServedPages(product)
} finally {
	await product.stop()
	rmSync(folder, { recursive: true, force: true })
}
finish()
process.exit()
