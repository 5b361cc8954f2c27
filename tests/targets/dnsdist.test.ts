import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { toDnsdistFiles } from '../../src/lib/tools/dns-filter/dnsdist/index.ts'
import { toRefreshFiles } from '../../src/lib/tools/dns-filter/safe-addresses/index.ts'
import { onLoopback, testNames, testSafeSearch } from '../support/dns-answers.ts'
import { startDnsWorld, type DnsWorld } from '../support/dns-world.ts'
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

describeProgram(
	'dnsdist',
	'dnsdist',
	(dnsdist) => {
		const place = async (level: 'strict' | 'balanced', changes: { tlsPort?: number } = {}) => {
			const folder = stage.makeFolder()
			const port = await findFreePort()
			const filter = outside.behind(makeTestFilter(level))
			const here = { address: '127.0.0.1', port, folder, certificates: outside.certificates }
			const placed = { ...filter, resolver: { ...filter.resolver, ...changes } }
			const files = toDnsdistFiles(placed, here)
			expectSameRules(
				toDnsdistFiles(makeTestFilter(level)),
				files,
				/^(setLocal\(.*|addLocal\(.*|local hosts = io\.open\(.*|newServer\(\{address="[\da-f.:[\]]+", tls="openssl", subjectName="family\.cloudflare-dns\.com", validateCertificates=true(, caStore=.*)?\}\))$/u,
			)
			const paths = writeFiles(folder, [
				...files,
				...toRefreshFiles(filter, { program: 'dnsdist', reload: 'true', folder }),
			])
			return { port, file: paths['dnsdist.conf'] ?? '', script: paths['thiqa-dnsdist-refresh.sh'] ?? '' }
		}
		const start = (file: string, isReady: () => Promise<boolean>) =>
			stage.startProgram(dnsdist, ['--supervised', '--disable-syslog', '-C', file], { isReady })

		test('takes the file, and refuses a broken one', async () => {
			const { file } = await place('strict')
			expect(run(dnsdist, ['--check-config', '-C', file])).toMatchObject({ status: 0 })
			writeFileSync(
				file,
				readFileSync(file, 'utf8').replace('addAction(QNameSetRule', 'addActon(QNameSetRule'),
			)
			expect(run(dnsdist, ['--check-config', '-C', file]).status).not.toBe(0)
		})

		describe.each(['strict', 'balanced'] as const)('at the level %s, over TLS', (level) => {
			let placed: Awaited<ReturnType<typeof place>>
			const answering = {
				...onLoopback(
					() => placed.port,
					() => outside,
				),
				level,
			}
			let stop: () => Promise<void>
			const restart = async () => {
				await (stop as (() => Promise<void>) | undefined)?.()
				const child = await start(placed.file, () => isResolving(placed.port))
				stop = child.stop
			}
			beforeAll(async () => {
				placed = await place(level)
				await restart()
			})
			describe('before the refresh script has run', () =>
				testSafeSearch({ ...answering, knowsAllTargets: false }))
			test('the refresh script fetches what is not published', async () => {
				const { status, output } = await runBeside(placed.script, [], {
					env: { ...process.env, THIQA_RELOAD: 'true' },
				})
				expect({ status, output }).toEqual({ status: 0, output: '' })
				await restart()
			})
			describe('after it', () => testSafeSearch(answering))
			testNames(answering)
		})

		test('believes no resolver that cannot show its certificate', async () => {
			const { port, file } = await place('strict', { tlsPort: outside.impostorPort })
			await start(file, () => isAnswering(port))
			expect(await ask(port, 'school.example.ma')).toMatchObject({ rcode: 'SERVFAIL', addresses: [] })
		})

		proveTarget({
			target: 'dnsdist',
			program: 'dnsdist',
			getVersion: () => /dnsdist (\S+)/u.exec(run(dnsdist, ['--version']).output)?.[1] ?? '',
			kind: 'ran',
		})
	},
	{ openssl: 'openssl', dig: 'bind9-dnsutils' },
)
