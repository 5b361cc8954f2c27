/**
 * Brings a hidden primary (BIND) to the zone that the desk publishes: the change as one `nsupdate`, or the whole zone as a file where the change is too
 * large or nothing is there yet (docs/exchange/resolvers.md). Run every minute.
 *
 * `THIQA_TOKEN=… node scripts/exchange-zone.ts --from https://thiqa.example --tlp amber --file /var/lib/bind/amber.zone`
 * `[--server 127.0.0.1] [--port 53] [--key /etc/bind/desk.key] [--rndc="-p 953"]`
 *
 * With `--keys /etc/bind/partner-keys.conf`, and the secret of the primary in `THIQA_PRIMARY`, it first writes who may fetch the zone, and has BIND read it:
 * a partner's key that was revoked opens nothing a minute later.
 */
import { spawnSync } from 'node:child_process'
import { Resolver } from 'node:dns/promises'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
	options: {
		from: { type: 'string' },
		tlp: { type: 'string', default: 'amber' },
		file: { type: 'string' },
		server: { type: 'string', default: '127.0.0.1' },
		port: { type: 'string', default: '53' },
		key: { type: 'string' },
		rndc: { type: 'string', default: '' },
		keys: { type: 'string' },
	},
})
const token = process.env['THIQA_TOKEN']

const stop = (why: string): never => {
	console.error(why)
	process.exit(1)
}

const { from, file } = values
if (from === undefined || file === undefined || token === undefined)
	stop('wanted --from, --file, and the secret of this machine in THIQA_TOKEN')

/** Asks the desk; the secret stands in a header, in no address. */
const askAs = (secret: string | undefined, path: string): Promise<Response> =>
	fetch(new URL(path, from), {
		headers: { authorization: `Bearer ${secret ?? ''}` },
		redirect: 'error',
	})

const ask = async (path: string): Promise<Response> => {
	const answer = await askAs(token, path)
	if (answer.status === 401 || answer.status === 404)
		stop(
			`the desk answers ${answer.status}: is the secret good, and may this machine have the zone ${values.tlp}?`,
		)
	return answer
}

const zonePath = `/feeds/zone/${encodeURIComponent(values.tlp)}`

/** Serial at which the primary stands; `undefined` while it does not have the zone. */
const findSerial = async (origin: string): Promise<number | undefined> => {
	const resolver = new Resolver({ timeout: 2000, tries: 2 })
	resolver.setServers([`${values.server}:${values.port}`])
	try {
		return (await resolver.resolveSoa(origin)).serial
	} catch {
		return undefined
	}
}

const run = (program: string, args: readonly string[], input = ''): boolean => {
	const { status, stderr, error } = spawnSync(program, args, { input, encoding: 'utf8' })
	// What nsupdate and rndc say names zones and keys, never what is in a zone.
	if (status !== 0) console.error(`${program}: ${error?.message ?? stderr.trim()}`)
	return status === 0
}
const rndc = (...args: string[]): boolean => run('rndc', [...values.rndc.split(' ').filter(Boolean), ...args])

/** Replaces the file as a whole: a primary that starts in between reads the old one or the new one. */
const writeZone = (path: string, text: string): void => {
	writeFileSync(`${path}.new`, text, { mode: 0o640, flush: true })
	renameSync(`${path}.new`, path)
}

/** Longest time for BIND to read a zone after `thaw`, in seconds: the next run begins in a minute. */
const longestLoad = 50

/** BIND answers `thaw` at once and reads the zone after that: true when it serves another serial than before. */
const isServed = async (origin: string, before: number): Promise<boolean> => {
	const until = performance.now() + longestLoad * 1000
	while (performance.now() < until) {
		const serial = await findSerial(origin)
		if (serial !== undefined && serial !== before) return true
		await setTimeout(100)
	}
	return false
}

/** @param before - serial at which the primary stands; `undefined` while it does not run */
const loadWhole = async (origin: string, before: number | undefined): Promise<void> => {
	const answer = await ask(zonePath)
	if (!answer.ok) stop(`the desk answers ${answer.status}: it is asked again in a minute`)
	const text = await answer.text()
	if (before === undefined) {
		writeZone(file ?? '', text)
		console.log(`${origin}: written, the primary may start`)
		return
	}
	if (!rndc('freeze', origin)) return stop(`${origin}: not frozen, nothing was changed`)
	writeZone(file ?? '', text)
	if (!rndc('thaw', origin)) stop(`${origin}: written and not loaded`)
	if (!(await isServed(origin, before)))
		stop(`${origin}: written, and BIND has not read it in ${longestLoad} s: see its log`)
	console.log(`${origin}: loaded whole`)
}

const readText = (path: string): string | undefined => {
	try {
		return readFileSync(path, 'utf8')
	} catch {
		return undefined
	}
}

/** The zone goes on without it, and the end of this run says that something was wrong. */
const fail = (why: string): void => {
	console.error(why)
	process.exitCode = 1
}

/**
 * Writes the keys of partners where they have changed. A desk that does not answer changes nothing: who could fetch the zone still can. A mark stands
 * beside the file until BIND has read it, so that a run that was cut short is made up for.
 */
const writeKeys = async (path: string, isRunning: boolean): Promise<void> => {
	const answer = await askAs(process.env['THIQA_PRIMARY'], '/feeds/zone/keys/bind').catch(() => undefined)
	if (!answer?.ok) return fail(`the desk answers ${answer?.status ?? 'nothing'}: keys stay as they are`)
	const text = await answer.text()
	const mark = `${path}.unread`
	if (text === readText(path) && readText(mark) === undefined) return
	writeFileSync(mark, '')
	writeZone(path, text)
	if (isRunning && !rndc('reconfig')) return fail(`${path}: written and not read`)
	rmSync(mark)
	console.log(`${path}: written`)
}

const host = new URL(from ?? '').hostname
const origin = `${values.tlp.replace('+', '-')}.rpz.${host}`
const serial = await findSerial(origin)
if (values.keys !== undefined) await writeKeys(values.keys, serial !== undefined)
if (serial === undefined) await loadWhole(origin, serial)
else {
	const answer = await ask(`${zonePath}/${serial}`)
	if (answer.status === 204) console.log(`${origin}: at serial ${serial}, nothing to do`)
	else if (answer.status === 410) await loadWhole(origin, serial)
	else if (!answer.ok) stop(`the desk answers ${answer.status}: it is asked again in a minute`)
	else {
		const script = `server ${values.server} ${values.port}\n${await answer.text()}`
		if (!run('nsupdate', ['-v', ...(values.key === undefined ? [] : ['-k', values.key])], script))
			stop(`${origin}: stays at serial ${serial}`)
		console.log(`${origin}: changed from serial ${serial}`)
	}
}
