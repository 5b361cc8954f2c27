import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { beforeAll, describe, expect, test } from 'vitest'
import { toPiholeShellFiles, toPiholeTomlFiles } from '../../src/lib/tools/dns-filter/pihole/index.ts'
import { onLoopback, testNames, testSafeSearch } from '../support/dns-answers.ts'
import { startDnsWorld, world, type DnsWorld } from '../support/dns-world.ts'
import { makeTestFilter } from '../support/filters.ts'
import { findFreePort } from '../support/free-port.ts'
import { findWrongKeys, flatten, toPiholeDnsmasq, writePihole } from '../support/pihole.ts'
import {
	ask,
	describeProgram,
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

const readToml = (text: string): Record<string, unknown> => flatten(parse(text))

describeProgram('dnsmasq', 'dnsmasq-base', (dnsmasq) => {
	const getVersion = () => /version (\S+)/u.exec(run(dnsmasq, ['--version']).output)?.[1] ?? ''

	/** Starts dnsmasq with what Pi-hole would hand to the one inside it. */
	const start = async (settings: Record<string, unknown>) => {
		const folder = stage.makeFolder()
		const port = await findFreePort()
		const { lines, hosts } = toPiholeDnsmasq(settings)
		const file = join(folder, 'dnsmasq.conf')
		writeFileSync(join(folder, 'hosts'), hosts)
		const here = ['listen-address=127.0.0.1', 'bind-interfaces', `port=${port}`, `addn-hosts=${folder}/hosts`]
		writeFileSync(file, [...here, ...lines, ''].join('\n'))
		expect(run(dnsmasq, ['--test', `--conf-file=${file}`])).toMatchObject({ status: 0 })
		const args = [`--conf-file=${file}`, `--pid-file=${join(folder, 'pid')}`, '--user=']
		await stage.startProgram(dnsmasq, ['--keep-in-foreground', ...args], { isReady: () => isResolving(port) })
		return port
	}

	describe('pihole', () => {
		const getToml = (level: 'strict' | 'balanced') =>
			toPiholeTomlFiles(outside.behind(makeTestFilter(level)))[0]?.text ?? ''

		test('is TOML with documented keys only; a broken or unknown one would be seen', () => {
			const text = getToml('strict')
			expect(findWrongKeys(readToml(text))).toEqual([])
			expect(() => readToml(text.replace(']', ''))).toThrow()
			expect(findWrongKeys(readToml(text.replace('upstreams', 'upstream')))).toEqual(['dns.upstream'])
			expect(findWrongKeys(readToml(text.replace('= true', '= "true"')))).toHaveLength(1)
		})

		describe.each(['strict', 'balanced'] as const)('at the level %s', (level) => {
			let port = 0
			beforeAll(async () => {
				port = await start(readToml(getToml(level)))
			})
			const answering = {
				...onLoopback(
					() => port,
					() => outside,
				),
				level,
				knowsAllTargets: false,
			}
			testSafeSearch(answering)
			testNames(answering)
		})

		test('trap: an alias whose target is not in dns.hosts does not resolve; ours are, where they are published', async () => {
			const settings = readToml(getToml('strict'))
			const port = await start({ ...settings, 'dns.hosts': [] })
			expect((await ask(port, 'www.google.com')).addresses).toEqual([])
			const hosts = (settings['dns.hosts'] as string[]).map((line) => line.split(' ')[1])
			for (const target of ['forcesafesearch.google.com', 'restrict.youtube.com', 'strict.bing.com'])
				expect(hosts).toContain(target)
		})

		proveTarget({ target: 'pihole', program: 'dnsmasq', getVersion, kind: 'grammar' })
	})

	describe('pihole-running', () => {
		const old = '[dns]\nupstreams = ["9.9.9.9"]\n'

		const place = () => {
			const folder = stage.makeFolder()
			const filter = outside.behind(makeTestFilter('strict'))
			const files = toPiholeShellFiles(filter).map((file) => ({
				...file,
				text: file.text.replaceAll('/etc/pihole/', `${folder}/`),
			}))
			const paths = writeFiles(folder, files)
			const bin = join(folder, 'bin')
			writePihole(bin)
			writeFileSync(join(folder, 'pihole.toml'), old)
			const env = { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` }
			const shell = (name: string) => runBeside('sh', [paths[name] ?? ''], { env })
			const getCalls = (): string[][] =>
				readFileSync(join(bin, 'calls'), 'utf8')
					.split('\n')
					.filter(Boolean)
					.map((line) => line.split('\u001f').slice(0, -1))
			return { folder, shell, getCalls }
		}

		let placed: ReturnType<typeof place>
		beforeAll(() => {
			placed = place()
		})
		let settings: Record<string, unknown> = {}

		test('sets documented keys only', async () => {
			expect(await placed.shell('thiqa-pihole-on.sh')).toEqual({ status: 0, output: '' })
			const sets = placed
				.getCalls()
				.filter(([program, option]) => program === 'pihole-FTL' && option === '--config')
			settings = Object.fromEntries(
				sets.map(([, , key = '', value = '']) => [key, JSON.parse(value) as unknown]),
			)
			expect(findWrongKeys(settings)).toEqual([])
			expect(Object.keys(settings)).toHaveLength(7)
		})

		test('subscribes to lists by address and lets allowed names through them', () => {
			const statements = placed
				.getCalls()
				.flatMap(([, option, , text = '']) => (option === 'sqlite3' ? [text] : []))
			const adds = statements.filter((text) => text.includes('INTO adlist'))
			expect(adds).toHaveLength(makeTestFilter('strict').lists.length)
			for (const text of adds)
				expect(text).toMatch(
					/^INSERT OR IGNORE INTO adlist \(address, comment\) VALUES \('https:\/\/[^']+', 'thiqa'\);$/,
				)
			expect(statements).toContain(
				"INSERT OR IGNORE INTO domainlist (type, domain, comment) VALUES (2, '(\\.|^)ok\\.bad\\.example\\.ma$', 'thiqa');",
			)
			expect(placed.getCalls().at(-1)).toEqual(['pihole', '-g'])
		})

		describe('what it has set', () => {
			let port = 0
			beforeAll(async () => {
				port = await start(settings)
			})
			const answering = {
				...onLoopback(
					() => port,
					() => outside,
				),
				level: 'strict' as const,
			}
			testSafeSearch(answering)
			testNames(answering)
			test('has learnt the addresses that nobody publishes', async () => {
				expect((await ask(port, 'duckduckgo.com')).addresses).toEqual([world.duckduckgoSafe])
			})
		})

		test('keeps the first settings however often it is run, and puts them back', async () => {
			const file = join(placed.folder, 'pihole.toml')
			writeFileSync(file, '[dns]\n')
			await placed.shell('thiqa-pihole-on.sh')
			expect(readFileSync(`${file}.before`, 'utf8')).toBe(old)
			expect(await placed.shell('thiqa-pihole-off.sh')).toEqual({ status: 0, output: '' })
			expect(readFileSync(file, 'utf8')).toBe(old)
			expect(existsSync(`${file}.before`)).toBe(false)
		})

		proveTarget({ target: 'pihole-running', program: 'dnsmasq', getVersion, kind: 'grammar' })
	})
})
