/**
 * `npm run demo:programme`: the programme desk on this machine with a year of invented sessions, campaigns, a study without an effect and the numbers of each
 * quarter, in a folder that is removed at the end. Every page that shows any of it says that it was invented. It never touches an installation.
 */
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHotline, withDatabase } from './demo-exchange/hotline.ts'
import { makeCrew, type Crew } from './demo-programme/people.ts'
import { plantActions, plantCampaigns, plantSessions } from './demo-programme/plant.ts'
import { publishFigures, publishPlan } from './demo-programme/publish.ts'
import { plantStudy } from './demo-programme/study.ts'
import { regionsFile } from '../src/lib/domains/guide/region.ts'
import { listPlaces } from '../src/lib/domains/programme/places/index.ts'
import { parseTypedYaml } from '../src/lib/tools/files/typed-yaml/index.ts'

const say = (line: string): void => console.log(line)

const installation = ['DATA_DIR', 'DATABASE_URL'].filter((name) => process.env[name])
if (installation.length > 0) {
	console.error(
		`${installation.join(' and ')} leads to an installation. Invented sessions never go into one: unset it, and a folder of its own is made.`,
	)
	process.exit(1)
}

const folder = mkdtempSync(join(tmpdir(), 'thiqa-demo-programme-'))
const dataDir = join(folder, 'data')
let running: ChildProcess[] = []

const findFreePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer().on('error', reject)
		server.listen(0, '127.0.0.1', () => {
			const address = server.address()
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
		})
	})

/** Ends the product, and waits until it has ended. */
const stop = async (): Promise<void> => {
	const left = running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
	const ends = left.map((child) => new Promise<void>((resolve) => child.once('close', () => resolve())))
	for (const child of left) child.kill('SIGTERM')
	await Promise.all(ends)
	running = []
}

const readPlaces = () => {
	const read = parseTypedYaml(readFileSync('content/country/regions.yaml', 'utf8'), regionsFile)
	if (!read.ok) throw new Error('reading the regions of the country')
	return listPlaces(read.value)
}

const describe = (origin: string, crew: Crew): void => {
	say('\nWhat everybody sees')
	say(`   promises       ${origin}/fr/programme`)
	say(`   map            ${origin}/fr/programme/regions`)
	say(`   studies        ${origin}/fr/programme/trials`)
	say(`   open data      ${origin}/fr/programme/data`)
	say('\nWho works there. Each link is good once: it makes a passkey, and then you sit at that desk.')
	const [trainer] = crew.trainers
	const { lead, second, campaigner, evaluator, viewer } = crew
	for (const one of [lead, second, campaigner, ...(trainer ? [trainer] : []), evaluator, viewer])
		say(`   ${(one.roles[0] ?? '').padEnd(17)} ${one.name.padEnd(8)} ${one.link}`)
}

const show = async (): Promise<void> => {
	say('A programme starts on this machine. Nothing leaves it, and everything in it is invented.')
	const port = await findFreePort()
	const origin = `http://localhost:${port}`
	const [places, today] = [readPlaces(), new Date().toISOString().slice(0, 10)]
	const regions = places.filter(({ kind }) => kind === 'region').map(({ code }) => code)
	const place = { dataDir, port, origin }
	const crew = await withDatabase(place, ({ kysely }) => makeCrew(kysely, place, regions))
	// The first start plants what the founding document promised; what is invented goes beside it.
	await startHotline(place, running)
	await stop()
	await withDatabase(place, async ({ kysely: db }) => {
		const world = { db, crew, places, today }
		say(`1. ${await plantSessions(world)} sessions are written down by ${crew.trainers.length} trainers.`)
		say(`2. ${await plantCampaigns(world)} campaigns are planned.`)
		say(
			`3. Study ${await plantStudy(db, crew, { regions, today })} is drawn, measured and published: no effect seen.`,
		)
		await plantActions(world)
	})
	await startHotline(place, running)
	const at = { origin, crew }
	await publishPlan(at)
	say(
		'4. Two persons publish actions that are marked as invented: every page of the programme says so from now on.',
	)
	const quarters = await publishFigures(at, today)
	say(
		`5. The evaluator reports ${quarters.join(', ')}, the lead agrees; a session was taken back: an erratum.`,
	)
	describe(origin, crew)
	say('\nDone. It runs on; look around by the links above. Ctrl-C ends everything and removes it.')
}

let isEnding = false
const end = async (code: number): Promise<void> => {
	if (isEnding) return
	isEnding = true
	await stop()
	rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
	process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0))
await show().catch(async (error: unknown) => {
	if (isEnding) return
	console.error(`Showing the programme: ${error instanceof Error ? error.message : String(error)}`)
	await end(1)
})
