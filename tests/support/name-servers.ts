/** Name servers at home, each started on its own configuration files with a filter: one function for every program. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConfigFile, DnsFilter } from '../../src/lib/tools/dns-filter/index.ts'
import { toBindFiles } from '../../src/lib/tools/dns-filter/bind/index.ts'
import { toDnscryptProxyFiles } from '../../src/lib/tools/dns-filter/dnscrypt-proxy/index.ts'
import { toDnsdistFiles } from '../../src/lib/tools/dns-filter/dnsdist/index.ts'
import { toDnsmasqFiles } from '../../src/lib/tools/dns-filter/dnsmasq/index.ts'
import { toKnotResolverFiles } from '../../src/lib/tools/dns-filter/knot-resolver/index.ts'
import { toRpzFiles } from '../../src/lib/tools/dns-filter/rpz/index.ts'
import { toUnboundFiles } from '../../src/lib/tools/dns-filter/unbound/index.ts'
import { findFreePort } from './free-port.ts'
import { run, writeFiles, type openStage } from './programs.ts'

type Place = { address: string; port: number; folder: string }

type NameServerProgram = {
	debianPackage: string
	/** Files with the filter in them. */
	make: (filter: DnsFilter, place: Place) => readonly ConfigFile[]
	/** Arguments that start it on those files; may write what a machine brings itself. */
	toArguments: (paths: Record<string, string>, place: Place) => string[]
	/** It asks for the addresses of safe names by itself, or follows them: needs no refresh. */
	knowsAllTargets?: true
	/** Puts found addresses into its files, where the file of found addresses is not read as it stands. */
	apply?: string
}

const writeMachine = (folder: string, name: string, lines: readonly string[]): string => {
	const path = join(folder, name)
	writeFileSync(path, [...lines, ''].join('\n'))
	return path
}

export const nameServers = {
	dnsmasq: {
		debianPackage: 'dnsmasq-base',
		make: toDnsmasqFiles,
		toArguments: (paths, { folder }) => [
			'--keep-in-foreground',
			`--conf-file=${paths['thiqa-dnsmasq.conf'] ?? ''}`,
			`--pid-file=${join(folder, 'pid')}`,
			'--user=',
		],
	},
	unbound: {
		debianPackage: 'unbound',
		make: (filter, place) => [...toUnboundFiles(filter, place), ...toRpzFiles(filter)],
		toArguments: (paths, { folder }) => [
			'-d',
			'-c',
			writeMachine(folder, 'unbound.conf', [
				'server:',
				'do-daemonize: no',
				'username: ""',
				'chroot: ""',
				'use-syslog: no',
				'num-threads: 1',
				`directory: "${folder}"`,
				'pidfile: ""',
				'do-not-query-localhost: no',
				'remote-control:',
				'control-enable: no',
				`include: "${paths['thiqa-unbound.conf'] ?? ''}"`,
			]),
		],
		knowsAllTargets: true,
	},
	named: {
		debianPackage: 'bind9',
		make: (filter, place) => [...toBindFiles(filter, place), ...toRpzFiles(filter)],
		toArguments: (paths, { folder }) => [
			'-g',
			'-c',
			writeMachine(folder, 'named.conf', [
				'controls { };',
				`include "${paths['named.conf.options'] ?? ''}";`,
			]),
			'-n',
			'1',
		],
		knowsAllTargets: true,
	},
	kresd: {
		debianPackage: 'knot-resolver',
		make: toKnotResolverFiles,
		toArguments: (paths, { folder }) => ['-n', '-c', paths['thiqa-knot-resolver.lua'] ?? '', folder],
	},
	dnsdist: {
		debianPackage: 'dnsdist',
		make: toDnsdistFiles,
		toArguments: (paths) => ['--supervised', '--disable-syslog', '-C', paths['dnsdist.conf'] ?? ''],
	},
	'dnscrypt-proxy': {
		debianPackage: 'dnscrypt-proxy',
		make: toDnscryptProxyFiles,
		toArguments: (paths) => ['-config', paths['dnscrypt-proxy.toml'] ?? ''],
		apply: 'thiqa-dnscrypt-proxy-apply.sh',
	},
} as const satisfies Record<string, NameServerProgram>

export type NameServerName = keyof typeof nameServers

/**
 * Starts a program with a filter. `found` are the addresses that the refresh script has written: none, and it has not run
 * yet.
 */
export const startNameServer = async (
	stage: ReturnType<typeof openStage>,
	{ name, path }: { name: NameServerName; path: string },
	filter: DnsFilter,
	options: {
		certificates: string
		found: Readonly<Record<string, string>>
		isReady: (port: number) => Promise<boolean>
	},
): Promise<{ port: number; stop: () => Promise<void> }> => {
	const program: NameServerProgram = nameServers[name]
	const folder = stage.makeFolder()
	const port = await findFreePort()
	const place = { address: '127.0.0.1', port, folder }
	const paths = writeFiles(folder, program.make(filter, place))
	const found = Object.entries(options.found).map(([target, address]) => `${address} ${target}`)
	writeMachine(folder, 'thiqa-names.hosts', found)
	if (program.apply && found.length > 0) {
		const script = paths[program.apply] ?? ''
		const { status, output } = run(script, [], { env: { ...process.env, THIQA_RESTART: 'true' } })
		if (status !== 0) throw new Error(`${readFileSync(script, 'utf8')}\n${output}`)
	}
	const { stop } = await stage.startProgram(path, program.toArguments(paths, place), {
		env: { ...process.env, SSL_CERT_FILE: options.certificates, SSL_CERT_DIR: '/nowhere' },
		isReady: () => options.isReady(port),
	})
	return { port, stop }
}
