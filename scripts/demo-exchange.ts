/**
 * `npm run demo:exchange`: two hotlines on this machine, which know each other, a host's mailbox and a provider's resolver, with invented people and data in
 * a folder that is removed at the end. One referral goes its way by itself; then all of it is there to be tried out until Ctrl-C.
 */
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Side } from './demo-exchange/acts.ts'
import { makeHotline, startHotline, type Place } from './demo-exchange/hotline.ts'
import { openMailbox } from './demo-exchange/mailbox.ts'
import { knowHost, knowHotline, knowProvider } from './demo-exchange/partners.ts'
import { findBind, startResolver } from './demo-exchange/resolver.ts'
import { walk, type World } from './demo-exchange/story.ts'

const folder = mkdtempSync(join(tmpdir(), 'thiqa-demo-exchange-'))
const running: ChildProcess[] = []
const say = (line: string): void => console.log(line)

const findFreePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer().on('error', reject)
		server.listen(0, '127.0.0.1', () => {
			const address = server.address()
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
		})
	})

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

/** Ends what was started and removes the folder. */
const clear = async (): Promise<void> => {
	const left = running.filter((child) => !hasEnded(child))
	const ends = left.map((child) => new Promise<void>((resolve) => child.once('close', () => resolve())))
	for (const child of left) child.kill('SIGTERM')
	await Promise.all(ends)
	rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

const toPlace = async (
	name: string,
	{ title, names, mailPort }: Pick<Place, 'title' | 'names' | 'mailPort'>,
): Promise<Place> => {
	const port = await findFreePort()
	return {
		title,
		names,
		port,
		dataDir: join(folder, name),
		...(mailPort === undefined ? {} : { mailPort }),
		// `localhost`, because a device makes no passkey for a bare address.
		origin: `http://localhost:${port}`,
	}
}

/** Makes both hotlines with their partners and starts them. `secret`: with it the machine of a provider asks for the zone. */
const openSides = async (mailPort: number): Promise<Pick<World, 'here' | 'there'> & { secret: string }> => {
	const ours = await toPlace('here', {
		title: 'This country',
		names: { supervisor: 'Amal', analyst: 'Youssef', liaison: 'Nora' },
	})
	const theirs = await toPlace('there', {
		title: 'The other country',
		names: { supervisor: 'Salma', analyst: 'Inès', liaison: 'Luc' },
		mailPort,
	})
	const [we, they] = [await makeHotline(ours), await makeHotline(theirs)]
	const own = { place: ours, staff: we.staff }
	const other = { place: theirs, staff: they.staff }
	const line = { name: 'Ligne d’ailleurs', country: 'FR', origin: theirs.origin, keys: they.keys }
	const here = { ...own, other: await knowHotline(own, line) }
	await knowHotline(other, { name: 'Ligne d’ici', country: 'MA', origin: ours.origin, keys: we.keys })
	const there = { ...other, host: await knowHost(other) }
	const secret = await knowProvider(own)
	await Promise.all([startHotline(ours, running), startHotline(theirs, running)])
	return { here, there, secret }
}

/** Addresses of a hotline, and of each person the link by which whoever tries it out becomes that person. */
const describe = ({ place, staff }: Side): void => {
	say(`\n${place.title}`)
	say(`   for children   ${place.origin}/fr/report`)
	say(`   partners       ${place.origin}/fr/cooperation`)
	for (const part of ['supervisor', 'analyst', 'liaison'] as const)
		say(`   ${part.padEnd(14)} ${place.names[part].padEnd(8)} ${staff[part].link}`)
}

const openResolver = (origin: string, secret: string) => async () => {
	const bind = findBind()
	if (bind === undefined) return undefined
	const own = join(folder, 'resolver')
	mkdirSync(own)
	const pull = async (): Promise<string> => {
		const headers = { authorization: `Bearer ${secret}` }
		const answer = await fetch(`${origin}/feeds/zone/amber`, { headers })
		if (!answer.ok) throw new Error(`pulling the zone: ${answer.status}`)
		return answer.text()
	}
	const port = await findFreePort()
	const resolver = await startResolver(bind, { zone: 'amber.rpz.localhost', pull, folder: own, port })
	running.push(resolver.child)
	say(`   The provider’s resolver: 127.0.0.1 port ${port}`)
	return resolver
}

const keep = (name: string, text: string): string => {
	const path = join(folder, name)
	writeFileSync(path, text)
	return path
}

const show = async (): Promise<void> => {
	say('Two hotlines start on this machine. Nothing leaves it, and everything in them is invented.')
	const { port, mails } = await openMailbox()
	const { here, there, secret } = await openSides(port)
	for (const side of [here, there]) describe(side)
	say('\nEach link is good once: it makes a passkey, and then you sit at that desk. Or watch what they do:\n')
	await walk({ here, there, mails, keep, say, openResolver: openResolver(here.place.origin, secret) })
	say('\nDone. Both hotlines run on; look around by the links above. Ctrl-C ends everything and removes it.')
}

let isEnding = false
const end = async (code: number): Promise<void> => {
	if (isEnding) return
	isEnding = true
	await clear()
	process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0))
await show().catch(async (error: unknown) => {
	if (isEnding) return
	console.error(`Showing the exchange: ${error instanceof Error ? error.message : String(error)}`)
	await end(1)
})
