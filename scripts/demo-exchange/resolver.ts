/** The resolver of an access provider: BIND, which blocks by the zone that the desk publishes (docs/exchange/resolvers.md). */
import { spawn } from 'node:child_process'
import { Resolver } from 'node:dns/promises'
import { accessSync, constants, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const places = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']

/** Where BIND is; `undefined` when it is not on this machine. */
export const findBind = (): string | undefined =>
	places
		.map((folder) => join(folder, 'named'))
		.find((path) => {
			try {
				accessSync(path, constants.X_OK)
				return true
			} catch {
				return false
			}
		})

/** Answers for a name: where it stands, the page that explains why it is blocked, or Node's code of a name that is nowhere. */
export const answers = { there: '192.0.2.66', stopPage: '192.0.2.200', nowhere: 'ENOTFOUND' } as const

const toZone = (records: string): string =>
	`$TTL 5\n@ IN SOA ns.localhost. hostmaster.localhost. 1 3600 600 86400 5\n@ IN NS ns.localhost.\n${records}`

type Provider = {
	/** Name of the zone. */
	zone: string
	/** The zone as the desk gives it now. */
	pull: () => Promise<string>
	folder: string
	port: number
}

/** The zone `example` as the whole world has it, with the name of a host in it as long as that stands. */
const writeWorld = (folder: string, isThere: boolean): void =>
	writeFileSync(
		join(folder, 'example.zone'),
		toZone(`ns IN A 127.0.0.1\n${isThere ? `harmful IN A ${answers.there}\n` : ''}`),
	)

const toConfig = ({ zone, folder, port }: Provider): string => `controls { };
options { directory "${folder}"; listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; }; pid-file none; session-keyfile none;
	dnssec-validation no; recursion yes; allow-query { any; }; allow-transfer { none; }; notify no; forwarders { 127.0.0.1 port 9; }; forward only;
	response-policy { zone "${zone}" policy given log no min-update-interval 0; } qname-wait-recurse no; };
zone "example" { type primary; file "example.zone"; };
zone "localhost" { type primary; file "localhost.zone"; };
zone "${zone}" { type primary; file "rpz.zone"; };
`

/** Starts it, as a child of this process. */
export const startResolver = async (bind: string, provider: Provider) => {
	const { folder, port, pull } = provider
	const load = async (): Promise<void> => writeFileSync(join(folder, 'rpz.zone'), await pull())
	await load()
	writeWorld(folder, true)
	writeFileSync(join(folder, 'localhost.zone'), toZone(`ns IN A 127.0.0.1\nstop IN A ${answers.stopPage}\n`))
	writeFileSync(join(folder, 'named.conf'), toConfig(provider))
	const child = spawn(bind, ['-g', '-c', join(folder, 'named.conf'), '-n', '1'], {
		stdio: 'ignore',
		detached: true,
	})
	const ended = new Promise<void>((resolve) =>
		child.once('close', () => resolve()).once('error', () => resolve()),
	)
	const resolver = new Resolver({ timeout: 1000, tries: 1 })
	resolver.setServers([`127.0.0.1:${port}`])
	const ask = async (name: string): Promise<string> => {
		try {
			return (await resolver.resolve4(name)).join(' ')
		} catch (error) {
			return error instanceof Error && 'code' in error ? String(error.code) : ''
		}
	}
	const wantAnswer = async (name: string, wanted: string): Promise<void> => {
		for (let tries = 0; tries < 300; tries += 1) {
			if ((await ask(name)) === wanted) return
			if (child.exitCode !== null || child.signalCode !== null) break
			await Promise.race([ended, wait(100)])
		}
		throw new Error('asking the resolver: it never gives the answer that is wanted')
	}
	return {
		child,
		/** Asks for a name until the answer is the one that is wanted. @throws Error when BIND has ended, or never says so */
		wantAnswer,
		/** Pulls the zone anew. Only once it has answered: a signal before that ends it. */
		reload: async (): Promise<void> => {
			await load()
			child.kill('SIGHUP')
		},
		/** The host has taken its name out of the world. */
		takeDown: (): void => {
			writeWorld(folder, false)
			child.kill('SIGHUP')
		},
	}
}
