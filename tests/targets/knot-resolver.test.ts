import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { toKnotResolverFiles } from '../../src/lib/tools/dns-filter/knot-resolver/index.ts'
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
	'kresd',
	'knot-resolver',
	(kresd) => {
		const place = async (level: 'strict' | 'balanced', changes: { tlsPort?: number } = {}) => {
			const folder = stage.makeFolder()
			const port = await findFreePort()
			const filter = outside.behind(makeTestFilter(level))
			const here = { address: '127.0.0.1', port, folder, certificates: outside.certificates }
			const placed = { ...filter, resolver: { ...filter.resolver, ...changes } }
			const files = toKnotResolverFiles(placed, here)
			expectSameRules(
				toKnotResolverFiles(makeTestFilter(level)),
				files,
				/^(net\.listen\(.*|local found = io\.open\(.*|-- .*\.rpz.*|\t\{ '[\da-f.:]+@\d+', hostname = 'family\.cloudflare-dns\.com'(, ca_file = .*)? \},)$/u,
			)
			const paths = writeFiles(folder, [
				...files,
				...toRefreshFiles(filter, { program: 'knot-resolver', reload: 'true', folder }),
			])
			return {
				folder,
				port,
				file: paths['thiqa-knot-resolver.lua'] ?? '',
				script: paths['thiqa-knot-resolver-refresh.sh'] ?? '',
			}
		}
		const start = (folder: string, file: string, isReady: () => Promise<boolean>) =>
			stage.startProgram(kresd, ['-n', '-c', file, folder], { isReady })

		test('stops at a broken file', async () => {
			const { folder, file } = await place('strict')
			writeFileSync(file, readFileSync(file, 'utf8').replace('policy.add(function', 'policy.ad(function'))
			const { status, output } = await runBeside(kresd, ['-n', '-c', file, folder])
			expect(status).not.toBe(0)
			expect(output).toContain("attempt to call field 'ad'")
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
				const child = await start(placed.folder, placed.file, () => isResolving(placed.port))
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
			const { folder, port, file } = await place('strict', { tlsPort: outside.impostorPort })
			await start(folder, file, () => isAnswering(port))
			expect(await ask(port, 'school.example.ma')).toMatchObject({ rcode: 'SERVFAIL', addresses: [] })
		})

		proveTarget({
			target: 'knot-resolver',
			program: 'kresd',
			getVersion: () => /version (\S+)/u.exec(run(kresd, ['--version']).output)?.[1] ?? '',
			kind: 'ran',
		})
	},
	{ openssl: 'openssl', dig: 'bind9-dnsutils' },
)
