import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { toBindFiles } from '../../src/lib/tools/dns-filter/bind/index.ts'
import { toRpzFiles } from '../../src/lib/tools/dns-filter/rpz/index.ts'
import { onLoopback, testNames, testSafeSearch } from '../support/dns-answers.ts'
import { startDnsWorld, type DnsWorld } from '../support/dns-world.ts'
import { makeTestFilter } from '../support/filters.ts'
import { findFreePort } from '../support/free-port.ts'
import {
	ask,
	describeProgram,
	expectSameRules,
	findProgram,
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
	const machine = join(folder, 'named.conf')
	writeFileSync(machine, `controls { };\ninclude "${file}";\n`)
	return machine
}

describeProgram(
	'named',
	'bind9',
	(named) => {
		const getVersion = () => /BIND (\d[\w.]*)/u.exec(run(named, ['-V']).output)?.[1] ?? ''

		const place = async (level: 'strict' | 'balanced', changes: { tlsPort?: number } = {}) => {
			const folder = stage.makeFolder()
			const port = await findFreePort()
			const filter = outside.behind(makeTestFilter(level))
			const here = { address: '127.0.0.1', port, folder, certificates: outside.certificates }
			const placed = { ...filter, resolver: { ...filter.resolver, ...changes } }
			const files = [...toBindFiles(placed, here), ...toRpzFiles(filter)]
			expectSameRules(
				[...toBindFiles(makeTestFilter(level)), ...toRpzFiles(makeTestFilter(level))],
				files,
				/^(\t(listen-on.*|pid-file none;|session-keyfile none;|directory .*|ca-file .*|file .*|forwarders port \d+ tls thiqa-resolver \{[\da-f.:; ]*\};)|\/\/ {3}curl .*)$/u,
			)
			const paths = writeFiles(folder, files)
			return { folder, port, machine: toMachine(folder, paths['named.conf.options'] ?? '') }
		}
		const start = (machine: string, isReady: () => Promise<boolean>) =>
			stage.startProgram(named, ['-g', '-c', machine, '-n', '1'], { isReady })

		describe('thiqa.rpz', () => {
			const check = findProgram('named-checkzone')
			test.skipIf(!check)('is a zone to named-checkzone (bind9-utils), and a broken one is refused', () => {
				const folder = stage.makeFolder()
				const { 'thiqa.rpz': zone = '' } = writeFiles(folder, toRpzFiles(makeTestFilter('strict')))
				const args = ['-i', 'none', 'thiqa.rpz', zone]
				expect(run(check ?? '', args)).toMatchObject({ status: 0 })
				writeFileSync(zone, readFileSync(zone, 'utf8').replace('CNAME rpz-passthru.', 'CNAM rpz-passthru.'))
				expect(run(check ?? '', args).status).not.toBe(0)
			})
		})

		test('takes the files, and refuses broken ones', async () => {
			const check = findProgram('named-checkconf') ?? 'named-checkconf'
			const { folder, machine } = await place('strict')
			expect(run(check, ['-z', machine])).toMatchObject({ status: 0 })
			const file = join(folder, 'named.conf.options')
			writeFileSync(file, readFileSync(file, 'utf8').replace('recursion yes;', 'recursion yes'))
			expect(run(check, ['-z', machine]).status).not.toBe(0)
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

		proveTarget({ target: 'bind', program: 'named', getVersion, kind: 'ran' })
		proveTarget({ target: 'rpz', program: 'named', getVersion, kind: 'ran' })
	},
	{ openssl: 'openssl', 'named-checkzone': 'bind9-utils' },
)
