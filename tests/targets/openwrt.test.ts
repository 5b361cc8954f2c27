import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ConfigFile, DnsFilter } from '../../src/lib/tools/dns-filter/index.ts'
import { toOpenWrtDohFiles, toOpenWrtFiles } from '../../src/lib/tools/dns-filter/openwrt/index.ts'
import { onLoopback, testNames, testSafeSearch } from '../support/dns-answers.ts'
import { startDnsWorld, world, type DnsWorld } from '../support/dns-world.ts'
import { makeTestFilter } from '../support/filters.ts'
import { findFreePort } from '../support/free-port.ts'
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
import { runUci, toRouterDnsmasq, writeRouter, type Uci } from '../support/uci.ts'

const stage = openStage()
let outside: DnsWorld

beforeAll(async () => {
	outside = await startDnsWorld(stage.makeFolder(), ['family.cloudflare-dns.com'])
	stage.atEnd(outside.close)
})

/** A router as a family has it: one server of its own, one name of its own. */
const old: Uci = {
	dhcp: {
		'@dnsmasq[0]': { type: 'dnsmasq', options: { noresolv: '0', server: ['9.9.9.9', '/home/192.168.1.1'] } },
		printer: { type: 'hostrecord', options: { name: 'printer.home', ip: '192.168.1.2' } },
	},
	firewall: { lan: { type: 'zone', options: { name: 'lan' } } },
	'https-dns-proxy': {
		config: { type: 'main', options: { dnsmasq_config_update: '*' } },
		'@https-dns-proxy[0]': {
			type: 'https-dns-proxy',
			options: { resolver_url: 'https://dns.google/dns-query' },
		},
	},
}

describeProgram('dnsmasq', 'dnsmasq-base', (dnsmasq) => {
	const getVersion = () => /version (\S+)/u.exec(run(dnsmasq, ['--version']).output)?.[1] ?? ''

	/** The shells, and a router to run them on. */
	const place = (files: readonly ConfigFile[]) => {
		const folder = stage.makeFolder()
		const bin = join(folder, 'bin')
		const router = writeRouter(bin, old)
		// The proxy's own files stand in the folder of the test.
		const inFolder = files.map((file) => ({
			...file,
			text: file.text
				.replaceAll('/etc/thiqa-https', `${folder}/thiqa-https`)
				.replaceAll('/etc/config/', `${folder}/config/`)
				.replaceAll('/var/etc/', `${folder}/running/`)
				.replaceAll('/etc/init.d/', `${folder}/init.d/`),
		}))
		for (const part of ['config', 'init.d', 'running']) mkdirSync(join(folder, part))
		writeFileSync(join(folder, 'config', 'https-dns-proxy'), 'as it was')
		writeFileSync(join(folder, 'init.d', 'https-dns-proxy'), '', { mode: 0o755 })
		const paths = writeFiles(folder, inFolder)
		const env = { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}:/usr/sbin` }
		const shell = (does: 'on' | 'off' | 'lists') => {
			const file = Object.keys(paths).find((name) => name.endsWith(`-${does}.sh`)) ?? ''
			return runBeside('sh', [paths[file] ?? ''], { env, cwd: folder })
		}
		const getServices = () => readFileSync(join(bin, 'services'), 'utf8').trim().split('\n')
		return { folder, router, shell, getServices }
	}

	/** Starts dnsmasq with what the router wrote; `change` puts the resolver of the test in the place of a proxy. */
	const start = async (
		folder: string,
		uci: Uci,
		change = (line: string) => line,
		more: readonly string[] = [],
	) => {
		const port = await findFreePort()
		const file = join(folder, 'dnsmasq.conf')
		const here = ['listen-address=127.0.0.1', 'bind-interfaces', `port=${port}`, 'no-hosts']
		writeFileSync(file, [...here, ...toRouterDnsmasq(uci).map(change), ...more, ''].join('\n'))
		expect(run(dnsmasq, ['--test', `--conf-file=${file}`])).toMatchObject({ status: 0 })
		const args = [`--conf-file=${file}`, `--pid-file=${join(folder, 'pid')}`, '--user=']
		await stage.startProgram(dnsmasq, ['--keep-in-foreground', ...args], { isReady: () => isResolving(port) })
		return port
	}

	describe.each([
		['openwrt', toOpenWrtFiles],
		['openwrt-doh', toOpenWrtDohFiles],
	] as const)('%s', (target, make: (filter: DnsFilter) => ConfigFile[]) => {
		const isDoh = target === 'openwrt-doh'
		const toWorld = (line: string) => line.replace('127.0.0.1#5053', `127.0.0.1#${outside.port}`)

		const levels = isDoh ? (['strict'] as const) : (['strict', 'balanced'] as const)
		describe.each(levels)('at the level %s', (level) => {
			let placed: ReturnType<typeof place>
			let port = 0
			beforeAll(async () => {
				placed = place(make(outside.behind(makeTestFilter(level))))
				expect(await placed.shell('on')).toEqual({ status: 0, output: '' })
				port = await start(placed.folder, placed.router.read(), toWorld)
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
			test('keeps the names of the family and forgets its unfiltered server', async () => {
				expect((await ask(port, 'printer.home')).addresses).toEqual(['192.168.1.2'])
				expect(toRouterDnsmasq(placed.router.read())).not.toContain('server=9.9.9.9')
			})
			test('restarts what it changed', () => {
				expect(placed.getServices()).toEqual(
					expect.arrayContaining([
						'dnsmasq restart',
						'firewall restart',
						...(isDoh ? ['https-dns-proxy restart'] : []),
					]),
				)
			})
			if (level !== 'strict') return
			test('turns other name servers to the router and refuses DNS over TLS', () => {
				const { firewall = {} } = placed.router.read()
				expect(firewall['thiqa_dns']?.options).toMatchObject({ src: 'lan', src_dport: '53', target: 'DNAT' })
				expect(firewall['thiqa_dot']?.options).toMatchObject({ dest_port: '853', target: 'REJECT' })
			})
			test('writes lines that dnsmasq reads to their end', () => {
				for (const line of toRouterDnsmasq(placed.router.read())) expect(line.length).toBeLessThan(1000)
			})
			test('run twice is run once; undo puts everything back', async () => {
				const { folder, router, shell } = placed
				const once = router.read()
				expect(await shell('on')).toEqual({ status: 0, output: '' })
				expect(router.read()).toEqual(once)
				expect(await shell('off')).toEqual({ status: 0, output: '' })
				const { dhcp, firewall } = router.read()
				expect({ dhcp, firewall }).toEqual({ dhcp: old['dhcp'], firewall: old['firewall'] })
				expect(readFileSync(join(folder, 'config', 'https-dns-proxy'), 'utf8')).toBe('as it was')
			})
		})

		if (isDoh)
			test('asks the resolver over HTTPS and nobody else; without the package it changes nothing', async () => {
				const { folder, router, shell } = place(make(makeTestFilter('strict')))
				run('rm', [join(folder, 'init.d', 'https-dns-proxy')])
				expect((await shell('on')).status).toBe(1)
				expect(router.read()).toEqual(old)
				writeFileSync(join(folder, 'init.d', 'https-dns-proxy'), '', { mode: 0o755 })
				const none = { ...makeTestFilter('strict'), rewrites: [] }
				const again = place(make(none))
				await again.shell('on')
				const sections = Object.values(again.router.read()['https-dns-proxy'] ?? {})
				const urls = sections.flatMap(({ options }) => options['resolver_url'] ?? [])
				expect(urls).toEqual(['https://family.cloudflare-dns.com/dns-query'])
				expect(existsSync(join(again.folder, 'thiqa-https-dns-proxy'))).toBe(true)
			})

		describe('block lists', () => {
			const listed = 'local=/listed.example.ma/\n# a remark\nserver=/x.example/6.6.6.6\nlocal=/a/b/\n'
			const lists = [
				{ id: 'l', name: 'L\nreboot', licence: 'MIT', urls: { dnsmasq: 'https://lists.example/l' } },
			]
			/** A router whose dnsmasq runs and says in its configuration which folder it reads. */
			const placeRunning = (folderOfRules?: string) => {
				const placed = place(make({ ...outside.behind(makeTestFilter('strict')), lists }))
				const { folder } = placed
				writeFileSync(join(folder, 'bin', 'uclient-fetch'), `#!/bin/sh\nprintf '${listed}'\n`, {
					mode: 0o755,
				})
				const rules = folderOfRules && join(folder, folderOfRules)
				if (rules) {
					mkdirSync(rules, { recursive: true })
					const running = ['no-resolv', `conf-dir=${rules},*.conf`, 'user=dnsmasq', '']
					writeFileSync(join(folder, 'running', 'dnsmasq.conf.cfg01411c'), running.join('\n'))
				}
				return { ...placed, file: join(rules ?? folder, 'thiqa-lists.conf'), rules }
			}

			// OpenWrt before 24.10, since then, and a folder that the family has set itself.
			test.each(['tmp/dnsmasq.d', 'tmp/dnsmasq.cfg01411c.d', 'etc/dnsmasq.d'])(
				'go into %s where dnsmasq reads that, are refused, and undo takes them out',
				async (folderOfRules) => {
					const { folder, router, shell, file, rules } = placeRunning(folderOfRules)
					await shell('on')
					expect(await shell('lists')).toEqual({ status: 0, output: '' })
					expect(readFileSync(file, 'utf8')).toBe('local=/listed.example.ma/\n')
					const port = await start(folder, router.read(), toWorld, [`conf-dir=${rules ?? ''}`])
					expect((await ask(port, 'www.listed.example.ma')).rcode).toBe('NXDOMAIN')
					expect((await ask(port, 'school.example.ma')).addresses).toEqual([world.ordinary])
					expect(await shell('off')).toEqual({ status: 0, output: '' })
					expect(existsSync(file)).toBe(false)
				},
			)

			test('stay as they were when a list of today holds no names', async () => {
				const { folder, shell, file } = placeRunning('tmp/dnsmasq.d')
				await shell('lists')
				const before = readFileSync(file, 'utf8')
				writeFileSync(join(folder, 'bin', 'uclient-fetch'), '#!/bin/sh\necho "<html>"\n')
				expect((await shell('lists')).status).toBe(1)
				expect(readFileSync(file, 'utf8')).toBe(before)
			})

			test('say so where dnsmasq does not run; undo works all the same', async () => {
				const { folder, shell, file } = placeRunning()
				const { status, output } = await shell('lists')
				expect(status).toBe(1)
				expect(output).toContain('dnsmasq')
				expect(existsSync(file)).toBe(false)
				await shell('on')
				expect(await shell('off')).toEqual({ status: 0, output: '' })
				expect(existsSync(join(folder, 'bin', 'services'))).toBe(true)
			})
		})

		proveTarget({ target, program: 'dnsmasq', getVersion, kind: 'grammar' })
	})

	test('trap: a line of more than 1,024 characters is cut by dnsmasq', () => {
		const folder = stage.makeFolder()
		const names = makeTestFilter('strict').rewrites.filter(
			({ target }) => target === 'forcesafesearch.google.com',
		)
		const file = join(folder, 'long.conf')
		writeFileSync(file, `cname=${names.map(({ name }) => name).join(',')},forcesafesearch.google.com\n`)
		expect(run(dnsmasq, ['--test', `--conf-file=${file}`]).status).not.toBe(0)
	})

	test('the stand-in for uci refuses what uci refuses', () => {
		for (const command of ["set dhcp.x.y='a'b'", 'set dhcp', 'add dhcp x', "set dhcp.x y='1'", 'reboot'])
			expect(() => runUci(structuredClone(old), command), command).toThrow('uci: ')
	})
})
