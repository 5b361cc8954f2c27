import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { toRpzFiles } from '../../src/lib/tools/dns-filter/rpz/index.ts'
import { toUnboundFiles } from '../../src/lib/tools/dns-filter/unbound/index.ts'
import { onLoopback, testNames, testSafeSearch } from '../support/dns-answers.ts'
import { startDnsWorld, world, type DnsWorld } from '../support/dns-world.ts'
import { makeTestFilter } from '../support/filters.ts'
import { findFreePort } from '../support/free-port.ts'
import {
	ask,
	describeProgram,
	expectSameRules,
	isAnswering,
	isResolving,
	openStage,
	run,
	writeFiles,
} from '../support/programs.ts'
import { proveTarget } from '../support/proofs.ts'

const stage = openStage()
let outside: DnsWorld

beforeAll(async () => {
	outside = await startDnsWorld(stage.makeFolder(), ['family.cloudflare-dns.com'])
	stage.atEnd(outside.close)
})

/** What a machine brings itself, so that two of them can run side by side; the file under test is included. */
const toMachine = (folder: string, file: string): string => {
	const machine = join(folder, 'unbound.conf')
	const lines = ['do-daemonize: no', 'username: ""', 'chroot: ""', 'use-syslog: no', 'num-threads: 1']
	const own = [`directory: "${folder}"`, 'pidfile: ""', 'do-not-query-localhost: no', 'val-log-level: 2']
	writeFileSync(
		machine,
		['server:', ...lines, ...own, 'remote-control:', 'control-enable: no', `include: "${file}"`, ''].join(
			'\n',
		),
	)
	return machine
}

describeProgram(
	'unbound',
	'unbound',
	(unbound) => {
		const check = unbound.replace(/unbound$/u, 'unbound-checkconf')

		const place = async (level: 'strict' | 'balanced', changes: { tlsPort?: number } = {}) => {
			const folder = stage.makeFolder()
			const port = await findFreePort()
			const filter = outside.behind(makeTestFilter(level))
			const here = { address: '127.0.0.1', port, folder, certificates: outside.certificates }
			const placed = { ...filter, resolver: { ...filter.resolver, ...changes } }
			const files = [...toUnboundFiles(placed, here), ...toRpzFiles(filter)]
			const handedOut = [...toUnboundFiles(makeTestFilter(level)), ...toRpzFiles(makeTestFilter(level))]
			expectSameRules(
				handedOut,
				files,
				/^#?\t(interface: .*|port: \d+|tls-cert-bundle: .*|zonefile: .*|forward-addr: [\da-f.:]+@\d+#family\.cloudflare-dns\.com)$/u,
			)
			const paths = writeFiles(folder, files)
			return { folder, port, machine: toMachine(folder, paths['thiqa-unbound.conf'] ?? '') }
		}
		const start = (machine: string, isReady: () => Promise<boolean>) =>
			stage.startProgram(unbound, ['-d', '-c', machine], { isReady })

		test('takes the files, and refuses broken ones', async () => {
			const { folder, machine } = await place('strict')
			expect(run(check, [machine])).toMatchObject({ status: 0 })
			const file = join(folder, 'thiqa-unbound.conf')
			writeFileSync(file, readFileSync(file, 'utf8').replace('forward-addr:', 'forward-adr:'))
			expect(run(check, [machine]).status).not.toBe(0)
		})

		describe.each(['strict', 'balanced'] as const)('at the level %s, over TLS', (level) => {
			let port = 0
			beforeAll(async () => {
				const placed = await place(level)
				port = placed.port
				await start(placed.machine, () => isResolving(port))
			})
			const answering = {
				...onLoopback(
					() => port,
					() => outside,
				),
				level,
			}
			testSafeSearch(answering)
			testNames(answering)
		})

		test('believes no resolver that cannot show its certificate', async () => {
			const { port, machine } = await place('strict', { tlsPort: outside.impostorPort })
			await start(machine, () => isAnswering(port))
			expect(await ask(port, 'school.example.ma')).toMatchObject({ rcode: 'SERVFAIL', addresses: [] })
		})

		test('trap: rpz-action-override nxdomain passes the check and turns safe search off; our files have none', async () => {
			const { folder, port, machine } = await place('strict')
			const file = join(folder, 'thiqa-unbound.conf')
			const text = readFileSync(file, 'utf8')
			expect(text).not.toContain('rpz-action-override')
			writeFileSync(file, text.replace('rpz:\n', 'rpz:\n\trpz-action-override: nxdomain\n'))
			expect(run(check, [machine])).toMatchObject({ status: 0 })
			await start(machine, () => isResolving(port))
			expect((await ask(port, 'www.google.com')).rcode).toBe('NXDOMAIN')
			expect((await ask(port, 'ok.bad.example.ma')).rcode).toBe('NXDOMAIN')
			expect((await ask(port, 'school.example.ma')).addresses).toEqual([world.ordinary])
		})

		proveTarget({
			target: 'unbound',
			program: 'unbound',
			getVersion: () => /Version (\S+)/u.exec(run(unbound, ['-V']).output)?.[1] ?? '',
			kind: 'ran',
		})
	},
	{ openssl: 'openssl' },
)
