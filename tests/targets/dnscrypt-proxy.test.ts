import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DnsResolver } from '../../src/lib/tools/dns-filter/index.ts'
import { toDnscryptProxyFiles } from '../../src/lib/tools/dns-filter/dnscrypt-proxy/index.ts'
import { toRefreshFiles } from '../../src/lib/tools/dns-filter/safe-addresses/index.ts'
import { onLoopback, testNames, testSafeSearch } from '../support/dns-answers.ts'
import { startDnsWorld, type DnsWorld } from '../support/dns-world.ts'
import { makeTestFilter } from '../support/filters.ts'
import { findFreePort } from '../support/free-port.ts'
import {
	describeProgram,
	expectSameRules,
	isResolving,
	openStage,
	run,
	runBeside,
	waitUntil,
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
	'dnscrypt-proxy',
	'dnscrypt-proxy',
	(proxy) => {
		const place = async (level: 'strict' | 'balanced', other: Partial<DnsResolver> = {}) => {
			const folder = stage.makeFolder()
			const port = await findFreePort()
			const behind = outside.behind(makeTestFilter(level))
			const filter = { ...behind, resolver: { ...behind.resolver, ...other } }
			const files = toDnscryptProxyFiles(filter, { address: '127.0.0.1', port, folder })
			expectSameRules(
				toDnscryptProxyFiles(makeTestFilter(level)),
				files,
				/^(listen_addresses|server_names|bootstrap_resolvers|netprobe_address|cloaking_rules|(blocked|allowed)_names_file|\[static\.'thiqa-\d'\]|stamp)( = .*)?$/u,
			)
			const reload = `sh ${folder}/thiqa-dnscrypt-proxy-apply.sh`
			const paths = writeFiles(folder, [
				...files,
				...toRefreshFiles(filter, { program: 'dnscrypt-proxy', reload, folder, comparesItself: true }),
			])
			const getText = (name: string) => readFileSync(paths[name] ?? '', 'utf8')
			return {
				folder,
				port,
				file: paths['dnscrypt-proxy.toml'] ?? '',
				script: paths['thiqa-dnscrypt-proxy-refresh.sh'] ?? '',
				rules: paths['thiqa-cloaking.txt'] ?? '',
				getText,
			}
		}
		/** The program trusts what its system trusts; here that is the authority of the world. */
		const env = () => ({ ...process.env, SSL_CERT_FILE: outside.certificates, SSL_CERT_DIR: '/nowhere' })

		test('takes the files, and refuses a broken one', async () => {
			const { file } = await place('strict')
			expect(run(proxy, ['-check', '-config', file])).toMatchObject({ status: 0 })
			writeFileSync(file, readFileSync(file, 'utf8').replace('[static]', '[static'))
			expect(run(proxy, ['-check', '-config', file]).status).not.toBe(0)
		})

		describe.each(['strict', 'balanced'] as const)('at the level %s, over HTTPS', (level) => {
			let placed: Awaited<ReturnType<typeof place>>
			let stop: (() => Promise<void>) | undefined
			const restart = async () => {
				await stop?.()
				const options = { env: env(), isReady: () => isResolving(placed.port) }
				stop = (await stage.startProgram(proxy, ['-config', placed.file], options)).stop
			}
			beforeAll(async () => {
				placed = await place(level)
				await restart()
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
				const { status, output } = await runBeside(placed.script, [], {
					env: { ...process.env, THIQA_RESTART: 'true' },
				})
				expect({ status, output }).toEqual({ status: 0, output: '' })
				await restart()
			})
			describe('after it', () => testSafeSearch(answering))
			testNames({ ...answering, refuses: 'no-address', allowedWins: true })
		})

		describe('the refresh script', () => {
			test('writes addresses again after the rules were copied again, and restarts only when they change', async () => {
				const { folder, script, rules, getText } = await place('strict')
				const restarts = join(folder, 'restarts')
				const made = getText('thiqa-cloaking.txt')
				const countRestarts = async () => {
					writeFileSync(restarts, '')
					const env = { ...process.env, THIQA_RESTART: `sh ${folder}/restart.sh` }
					writeFileSync(join(folder, 'restart.sh'), `echo once >> ${restarts}\n`)
					expect(await runBeside(script, [], { env })).toEqual({ status: 0, output: '' })
					return readFileSync(restarts, 'utf8').split('once').length - 1
				}
				expect(await countRestarts()).toBe(1)
				const applied = getText('thiqa-cloaking.txt')
				expect(applied).not.toContain(' 0.0.0.0 ')
				expect(await countRestarts()).toBe(0)
				writeFileSync(rules, made)
				expect(await countRestarts()).toBe(1)
				expect(getText('thiqa-cloaking.txt')).toBe(applied)
			})

			test('leaves the rules as they are when nobody answers', async () => {
				const { script, getText } = await place('strict', { ipv4: ['127.0.0.1'], port: await findFreePort() })
				const made = getText('thiqa-cloaking.txt')
				const env = { ...process.env, THIQA_RESTART: 'true' }
				expect((await runBeside(script, [], { env })).status).toBe(1)
				expect(getText('thiqa-cloaking.txt')).toBe(made)
			})
		})

		test('believes no resolver that cannot show its certificate', async () => {
			const { port, file } = await place('strict')
			const { getOutput } = await stage.startProgram(proxy, ['-config', file], {
				env: { ...env(), SSL_CERT_FILE: '/nowhere' },
				isReady: async () => true,
			})
			await waitUntil(async () => /certificate signed by unknown authority/u.test(getOutput()))
			expect(await isResolving(port)).toBe(false)
		})

		test('trap: a name as target of a cloaking rule asks the system and lets the engine through; ours are addresses', () => {
			const files = toDnscryptProxyFiles(makeTestFilter('strict'))
			const rules =
				files
					.find(({ name }) => name === 'thiqa-cloaking.txt')
					?.text.split('\n')
					.filter((line) => line.startsWith('=')) ?? []
			expect(rules.length).toBeGreaterThan(200)
			for (const rule of rules) expect(rule).toMatch(/^=[a-z0-9.-]+ ([0-9.]+|[0-9a-f:]+)( # [a-z0-9.-]+)?$/u)
		})

		proveTarget({
			target: 'dnscrypt-proxy',
			program: 'dnscrypt-proxy',
			getVersion: () => run(proxy, ['-version']).output.trim(),
			kind: 'ran',
		})
	},
	{ openssl: 'openssl', dig: 'bind9-dnsutils' },
)
