/** A hotline of the demonstration: a data folder with invented people, and a product that runs on it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openOwnKeys } from '../../src/lib/domains/exchange/channel/keys/server/index.ts'
import { addPerson, invite, openPeople } from '../../src/lib/domains/people/server/index.ts'
import { keepSecret, migrate, openDatabase } from '../../src/lib/platform/server/index.ts'
import type { Tables } from '../../src/server/process/database.ts'

const parts = ['supervisor', 'analyst', 'liaison'] as const
export type Part = (typeof parts)[number]

/** A place to run: where, under which address, who works there. */
export type Place = {
	/** In words, for the screen. */
	title: string
	dataDir: string
	port: number
	origin: string
	/** Port of the mail server on this machine that takes its mail; none: no mail leaves it. */
	mailPort?: number
	names: Readonly<Record<Part, string>>
}

/** Somebody of the desk. `cookie`: of the session in which the demonstration acts for them; `link`: enrols who tries it out, once. */
export type Seat = { id: string; cookie: string; link: string }
export type Staff = Readonly<Record<Part, Seat>>

/** The database of a hotline while its product does not run. */
export const withDatabase = async <Answer>(
	{ dataDir }: Pick<Place, 'dataDir'>,
	use: (database: Awaited<ReturnType<typeof openDatabase<Tables>>>) => Promise<Answer>,
): Promise<Answer> => {
	const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
	try {
		await migrate(database)
		return await use(database)
	} finally {
		await database.close()
	}
}

/** Settings of an operator for mail, with a key to sign it, as docs/running.md tells an operator to make them. */
const setMail = async (dataDir: string, port: number): Promise<void> => {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 })
	const [domain, selector] = ['line.example', 'demo']
	const mail = {
		host: '127.0.0.1',
		port,
		secure: false,
		from: `notices@${domain}`,
		dkim: { domain, selector },
	}
	// What is JSON is YAML.
	writeFileSync(join(dataDir, 'operator.yaml'), JSON.stringify({ mail }))
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
	await keepSecret(dataDir, 'mail-dkim.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
}

/** Makes the people of a hotline, and its keys for partners, which are published. Answer: who they are, and the keys. */
export const makeHotline = async (place: Place) => {
	const { dataDir, origin, names, mailPort } = place
	if (mailPort !== undefined) await setMail(dataDir, mailPort)
	return withDatabase(place, async ({ kysely }) => {
		const now = (): Date => new Date()
		const people = await openPeople({ kysely, dataDir, origin, now })
		const seat = async (part: Part): Promise<Seat> => {
			const id = await addPerson(people.db, { name: names[part], roles: [part], language: 'fr' }, now())
			const link = `${origin}/desk/enrol/${await invite(people.db, id, now())}`
			const { headers } = await people.auth.api.openSession({
				body: { personId: id },
				headers: new Headers(),
				returnHeaders: true,
			})
			return { id, link, cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' }
		}
		const staff: Staff = {
			supervisor: await seat('supervisor'),
			analyst: await seat('analyst'),
			liaison: await seat('liaison'),
		}
		return { staff, keys: (await openOwnKeys(kysely, dataDir, now).publish()).keys }
	})
}

const server = join(import.meta.dirname, '..', '..', 'src', 'serve.ts')

/** Starts the product of a hotline; `running` has it from its first moment, so that it can be ended. @throws Error with all that it said, when it ends before it is ready */
export const startHotline = async (
	{ dataDir, port, origin }: Pick<Place, 'dataDir' | 'port' | 'origin'>,
	running: ChildProcess[],
): Promise<void> => {
	const child = spawn(process.execPath, [server], {
		stdio: ['ignore', 'pipe', 'pipe'],
		// The whole group of a terminal hears Ctrl-C: the demonstration ends them itself.
		detached: true,
		env: {
			...process.env,
			PORT: String(port),
			HOST: '127.0.0.1',
			ORIGIN: origin,
			DATA_DIR: dataDir,
			DATABASE_URL: '',
			LOOPBACK_PARTNERS: 'on',
			LOG_LEVEL: 'warn',
			NODE_ENV: 'production',
			THIQA_ROLES: '',
		},
	})
	running.push(child)
	let said = ''
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (text: Buffer) => (said += text.toString()))
	const ended = once(child, 'close')
	while (!said.includes('Thiqa is ready')) {
		await Promise.race([once(child.stderr, 'data'), ended])
		if (child.exitCode !== null || child.signalCode !== null)
			throw new Error(`starting a hotline: it ended, saying ${said}`)
	}
}
