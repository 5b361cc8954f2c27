import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { toDnsmasqFiles } from '../../src/lib/tools/dns-filter/dnsmasq/index.ts'
import { toRefreshFiles } from '../../src/lib/tools/dns-filter/safe-addresses/index.ts'
import { onLoopback, testNames, testSafeSearch } from '../support/dns-answers.ts'
import { startDnsWorld, world, type DnsWorld } from '../support/dns-world.ts'
import { makeTestFilter } from '../support/filters.ts'
import { findFreePort } from '../support/free-port.ts'
import {
	ask,
	describeProgram,
	expectSameRules,
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
	'dnsmasq',
	'dnsmasq-base',
	(dnsmasq) => {
		/** Starts dnsmasq with a file as it stands. */
		const start = async (file: string, port: number, pid: string) =>
			stage.startProgram(
				dnsmasq,
				['--keep-in-foreground', `--conf-file=${file}`, `--pid-file=${pid}`, '--user='],
				{
					isReady: () => isResolving(port),
				},
			)

		const place = async (level: 'strict' | 'balanced') => {
			const folder = stage.makeFolder()
			const port = await findFreePort()
			const filter = outside.behind(makeTestFilter(level))
			const files = toDnsmasqFiles(filter, { address: '127.0.0.1', port, folder })
			expectSameRules(
				toDnsmasqFiles(makeTestFilter(level)),
				files,
				/^(server=[\d.:a-f#]+|listen-address=.*|bind-interfaces|port=\d+|addn-hosts=.*)$/,
			)
			const paths = writeFiles(folder, [
				...files,
				...toRefreshFiles(filter, { program: 'dnsmasq', reload: 'true', folder }),
			])
			return {
				folder,
				port,
				file: paths['thiqa-dnsmasq.conf'] ?? '',
				script: paths['thiqa-dnsmasq-refresh.sh'] ?? '',
			}
		}

		test('takes the file, and refuses a broken one', () => {
			const folder = stage.makeFolder()
			const { 'thiqa-dnsmasq.conf': file = '' } = writeFiles(folder, toDnsmasqFiles(makeTestFilter('strict')))
			expect(run(dnsmasq, ['--test', `--conf-file=${file}`]).status).toBe(0)
			const broken = join(folder, 'broken.conf')
			writeFileSync(broken, 'cname=www.google.com\nhost-recrd=x,1.2.3.4\n')
			expect(run(dnsmasq, ['--test', `--conf-file=${broken}`]).status).not.toBe(0)
		})

		describe.each(['strict', 'balanced'] as const)('at the level %s', (level) => {
			let placed: Awaited<ReturnType<typeof place>>
			let child: Awaited<ReturnType<typeof start>>
			beforeAll(async () => {
				placed = await place(level)
				child = await start(placed.file, placed.port, join(placed.folder, 'pid'))
			})
			const answering = {
				...onLoopback(
					() => placed.port,
					() => outside,
				),
				level,
			}

			describe('before the refresh script has run', () =>
				testSafeSearch({ ...answering, knowsAllTargets: false }))
			test('the refresh script fetches what is not published', async () => {
				const env = { ...process.env, THIQA_RELOAD: `kill -HUP ${child.pid}` }
				const { status, output } = await runBeside(placed.script, [], { env })
				expect({ status, output }).toEqual({ status: 0, output: '' })
				await expect
					.poll(async () => (await ask(placed.port, 'duckduckgo.com')).addresses)
					.toEqual([world.duckduckgoSafe])
			})
			describe('after it', () => testSafeSearch(answering))
			testNames(answering)
		})

		test('trap: a bare cname= passes --test and leaves Google unresolvable; our file names the address first', async () => {
			const folder = stage.makeFolder()
			const port = await findFreePort()
			const file = join(folder, 'trap.conf')
			const trap = [
				'listen-address=127.0.0.1',
				'bind-interfaces',
				`port=${port}`,
				'no-resolv',
				`server=127.0.0.1#${outside.port}`,
			]
			writeFileSync(file, [...trap, 'cname=www.google.com,forcesafesearch.google.com', ''].join('\n'))
			expect(run(dnsmasq, ['--test', `--conf-file=${file}`]).status).toBe(0)
			await start(file, port, join(folder, 'pid'))
			expect((await ask(port, 'www.google.com')).addresses).toEqual([])

			const [{ text } = { text: '' }] = toDnsmasqFiles(makeTestFilter('strict'))
			for (const target of ['forcesafesearch.google.com', 'restrict.youtube.com', 'strict.bing.com'])
				expect(text.indexOf(`host-record=${target},`)).toBeGreaterThan(0)
		})

		proveTarget({
			target: 'dnsmasq',
			program: 'dnsmasq',
			getVersion: () => /version (\S+)/.exec(run(dnsmasq, ['--version']).output)?.[1] ?? '',
			kind: 'ran',
		})
	},
	{ openssl: 'openssl', dig: 'bind9-dnsutils' },
)
