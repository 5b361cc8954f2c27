import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ConfigFile, DnsFilter } from '../../src/lib/tools/dns-filter/index.ts'
import { toOpnsenseFiles, toPfsenseFiles } from '../../src/lib/tools/dns-filter/opnsense/index.ts'
import { onLoopback, testNames, testSafeSearch } from '../support/dns-answers.ts'
import { startDnsWorld, world, type DnsWorld } from '../support/dns-world.ts'
import { makeTestFilter } from '../support/filters.ts'
import { findFreePort } from '../support/free-port.ts'
import {
	ask,
	describeProgram,
	findProgram,
	isResolving,
	openStage,
	run,
	runBeside,
	writeFiles,
} from '../support/programs.ts'
import { proveTarget } from '../support/proofs.ts'

const stage = openStage()
let outside: DnsWorld

beforeAll(async () => {
	outside = await startDnsWorld(stage.makeFolder(), ['family.cloudflare-dns.com'])
	stage.atEnd(outside.close)
})

describeProgram('unbound', 'unbound', (unbound) => {
	const check = unbound.replace(/unbound$/u, 'unbound-checkconf')
	const getVersion = () => /Version (\S+)/u.exec(run(unbound, ['-V']).output)?.[1] ?? ''

	/** What the firewall writes itself: where Unbound answers, and the resolver that was typed in its pages. */
	const toFirewall = (folder: string, port: number, include: string): string => {
		const machine = join(folder, 'unbound.conf')
		const [head, ...rows] = readFileSync(join(folder, 'thiqa-resolver.txt'), 'utf8').trimEnd().split('\n')
		expect(head?.split(/\s+/u)).toEqual(['address', 'port', 'name'])
		const typed = rows.map((row) => row.split(/\s+/u))
		const forward = typed.map(
			([address, at, name]) => `\tforward-addr: ${[address, at].join('@')}#${name ?? ''}`,
		)
		const server = [
			'server:',
			`\tdirectory: "${folder}"`,
			`\tinterface: 127.0.0.1`,
			`\tport: ${port}`,
			'do-daemonize: no',
			'username: ""',
			'chroot: ""',
			'use-syslog: no',
			'num-threads: 1',
			'pidfile: ""',
			'do-not-query-localhost: no',
			`tls-cert-bundle: "${outside.certificates}"`,
			'remote-control:',
			'\tcontrol-enable: no',
			'forward-zone:',
			'\tname: "."',
			'\tforward-tls-upstream: yes',
			...forward,
		]
		writeFileSync(machine, [...server, include, ''].join('\n'))
		return machine
	}

	const place = async (
		level: 'strict' | 'balanced',
		make: (filter: DnsFilter) => ConfigFile[],
		pattern: string,
	) => {
		const folder = stage.makeFolder()
		const port = await findFreePort()
		const filter = outside.behind(makeTestFilter(level))
		const paths = writeFiles(folder, make(filter))
		const machine = toFirewall(folder, port, `include: "${folder}/${pattern}"`)
		return { folder, port, paths, machine }
	}
	const start = (machine: string, port: number) =>
		stage.startProgram(unbound, ['-d', '-c', machine], { isReady: () => isResolving(port) })

	describe('opnsense', () => {
		const pattern = 'thiqa*.conf'

		test('takes the files, and refuses a broken one', async () => {
			const { folder, machine } = await place('strict', toOpnsenseFiles, pattern)
			expect(run(check, [machine])).toMatchObject({ status: 0 })
			const file = join(folder, 'thiqa.conf')
			writeFileSync(file, readFileSync(file, 'utf8').replace('redirect', 'redirrect'))
			expect(run(check, [machine]).status).not.toBe(0)
		})

		describe.each(['strict', 'balanced'] as const)('at the level %s', (level) => {
			let port = 0
			beforeAll(async () => {
				const placed = await place(level, toOpnsenseFiles, pattern)
				port = placed.port
				await start(placed.machine, port)
			})
			const answering = {
				...onLoopback(
					() => port,
					() => outside,
				),
				level,
			}
			testNames(answering)
			test('sends engines to their safe names, and closes those that have no address yet', async () => {
				expect((await ask(port, 'www.google.co.ma')).addresses).toEqual([world.googleSafe])
				expect((await ask(port, 'www.bing.com')).addresses).toEqual([...world.bingSafe].sort())
				expect((await ask(port, 'www.ecosia.org')).addresses).toEqual([world.ecosiaSafe])
				expect((await ask(port, 'duckduckgo.com')).addresses).toEqual(['0.0.0.0'])
				expect((await ask(port, 'duckduckgo.com', 'AAAA')).addresses).toEqual([])
			})
			test('leaves what stands below an engine as it is: its pictures come from there', async () => {
				expect((await ask(port, 'external-content.duckduckgo.com')).addresses).toEqual([world.ordinary])
			})
		})

		test('the refresh shell learns the addresses; then every engine is safe', async () => {
			const { folder, port, paths, machine } = await place('strict', toOpnsenseFiles, pattern)
			// Stand-ins for the programs of the firewall: drill answers in the columns of dig.
			const dig = findProgram('dig') ?? 'dig'
			const bin = Object.values(
				writeFiles(join(folder, 'bin'), [
					{ name: 'drill.sh', type: '', text: `#!/bin/sh\nexec ${dig} "$@"\n`, purpose: 'use' },
					{ name: 'configctl.sh', type: '', text: '#!/bin/sh\nexit 0\n', purpose: 'use' },
				]),
			)
			for (const file of bin) run('mv', [file, file.replace(/\.sh$/u, '')])
			const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}` }
			const { status, output } = await runBeside('sh', [paths['thiqa-opnsense-refresh.sh'] ?? '', folder], {
				env,
			})
			expect({ status, output }).toEqual({ status: 0, output: '' })
			await start(machine, port)
			for (const [name, address] of [
				['duckduckgo.com', world.duckduckgoSafe],
				['pixabay.com', world.pixabaySafe],
			] as const)
				expect((await ask(port, name)).addresses, name).toEqual([address])
		})

		describe('with every address known', () => {
			let port = 0
			beforeAll(async () => {
				const known = (filter: DnsFilter): DnsFilter => ({
					...filter,
					addresses: {
						...filter.addresses,
						'safe.duckduckgo.com': { ipv4: [world.duckduckgoSafe], ipv6: [] },
						'safesearch.pixabay.com': { ipv4: [world.pixabaySafe], ipv6: [] },
					},
				})
				const placed = await place('strict', (filter) => toOpnsenseFiles(known(filter)), pattern)
				port = placed.port
				await start(placed.machine, port)
			})
			testSafeSearch({
				...onLoopback(
					() => port,
					() => outside,
				),
				level: 'strict',
			})
		})

		test('trap: a redirect takes everything below the name along, pictures too; our file has none where something is below', async () => {
			const { folder, port, machine } = await place('strict', toOpnsenseFiles, pattern)
			const text = readFileSync(join(folder, 'thiqa.conf'), 'utf8')
			expect(text).toContain('local-zone: "duckduckgo.com." transparent')
			writeFileSync(join(folder, 'thiqa-addresses.conf'), 'server:\n')
			writeFileSync(
				join(folder, 'thiqa.conf'),
				'server:\n\tlocal-zone: "duckduckgo.com." redirect\n\tlocal-data: "duckduckgo.com. CNAME safe.duckduckgo.com."\n',
			)
			expect(run(check, [machine])).toMatchObject({ status: 0 })
			await start(machine, port)
			expect((await ask(port, 'external-content.duckduckgo.com')).addresses).toEqual([world.duckduckgoSafe])
		})

		proveTarget({ target: 'opnsense', program: 'unbound', getVersion, kind: 'ran' })
	})

	describe('pfsense', () => {
		let port = 0
		beforeAll(async () => {
			const placed = await place('strict', toPfsenseFiles, 'thiqa-custom-options.txt')
			port = placed.port
			expect(run(check, [placed.machine])).toMatchObject({ status: 0 })
			await start(placed.machine, port)
		})
		testNames({
			...onLoopback(
				() => port,
				() => outside,
			),
			level: 'strict',
		})
		test('sends engines to their safe names, and closes those without a published address', async () => {
			expect((await ask(port, 'www.google.com')).addresses).toEqual([world.googleSafe])
			expect((await ask(port, 'www.youtube.com')).addresses).toEqual([world.youtubeStrict])
			expect((await ask(port, 'www.ecosia.org')).addresses).toEqual([world.ecosiaSafe])
			expect((await ask(port, 'duckduckgo.com')).addresses).toEqual(['0.0.0.0'])
		})
		proveTarget({ target: 'pfsense', program: 'unbound', getVersion, kind: 'ran' })
	})
})
