import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DnsFilter } from '../../src/lib/tools/dns-filter/index.ts'
import { targets } from '../../src/lib/domains/protect/index.ts'
import { toE2guardianFiles } from '../../src/lib/tools/dns-filter/e2guardian/index.ts'
import { makeTestFilter } from '../support/filters.ts'
import { findFreePort } from '../support/free-port.ts'
import { canMount, cannotMount, writeMountedProgram } from '../support/mounted.ts'
import { describeProgram, openStage, run, runBeside, writeFiles } from '../support/programs.ts'
import { proveTarget } from '../support/proofs.ts'
import { get, places, placesAsHosts, startOrigins, tunnel } from '../support/proxied.ts'

const packaged = '/etc/e2guardian'

describeProgram('e2guardian', 'e2guardian', (e2guardian) => {
	if (!canMount()) return test('cannot be tried here', ({ skip }) => skip(cannotMount))
	const stage = openStage()
	let origin = 0
	beforeAll(async () => {
		const { port, close } = await startOrigins()
		stage.atEnd(close)
		origin = port
	})

	/** The settings of the package in a folder, and the shells to run on them. */
	const place = async (filter: DnsFilter) => {
		const folder = stage.makeFolder()
		const settings = join(folder, 'settings')
		cpSync(packaged, settings, { recursive: true })
		const port = await findFreePort()
		const log = join(folder, 'log')
		mkdirSync(log)
		chmodSync(log, 0o777)
		const own = [
			'filterip = 127.0.0.1',
			`filterports = ${port}`,
			'nodaemon = on',
			'httpworkers = 40',
			...['daemonuser', 'daemongroup'].map((key) => `${key} = '${userInfo().username}'`),
			`pidfilename = '${folder}/pid'`,
			...['set_info', 'set_error', 'set_accesslog'].map((key) => `${key} = 'stderr'`),
		]
		const conf = join(settings, 'e2guardian.conf')
		writeFileSync(conf, `${readFileSync(conf, 'utf8')}\n${own.join('\n')}\n`)
		const lists = join(settings, 'lists', 'example.group')
		const bin = join(folder, 'bin')
		mkdirSync(bin)
		writeFileSync(join(bin, 'e2guardian'), '#!/bin/sh\nexit 0\n', { mode: 0o755 })
		const paths = writeFiles(folder, toE2guardianFiles(filter))
		const env = { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` }
		// `.Include` names a path of the machine; in the namespace of the program the folder stands there.
		const shell = async (name: string) => runBeside('sh', [paths[name] ?? '', lists], { env })
		return { folder, settings, lists, port, shell }
	}
	type Place = Awaited<ReturnType<typeof place>>

	/** Starts it where its settings stand in their usual place and names lead to the origins of the test. */
	const start = async ({ folder, settings, port }: Place) => {
		const hosts = join(folder, 'hosts')
		writeFileSync(hosts, `127.0.0.1 localhost\n${placesAsHosts}`)
		const inner = writeMountedProgram(join(folder, 'bin'), hosts, '/etc/hosts', e2guardian)
		const outer = writeMountedProgram(folder, settings, packaged, inner)
		const isReady = async () => (await get(port, 'school.example.ma', origin).catch(() => 0)) !== 0
		return stage.startProgram(outer, ['-N', '-c', `${packaged}/e2guardian.conf`], { isReady })
	}

	const filter = makeTestFilter('strict')

	test('the shells put lines in, twice is once, and take exactly them out', async () => {
		const { lists, shell } = await place(filter)
		const names = [
			'localbannedsitelist',
			'localexceptionsitelist',
			'sslsiteregexplist',
			'addheaderregexplist',
		]
		const read = () => names.map((name) => readFileSync(join(lists, name), 'utf8'))
		const old = read()
		expect(await shell('thiqa-e2guardian-on.sh')).toEqual({ status: 0, output: '' })
		const once = read()
		for (const [at, text] of once.entries()) expect(text.startsWith(old[at] ?? '?')).toBe(true)
		await shell('thiqa-e2guardian-on.sh')
		expect(read()).toEqual(once)
		expect(await shell('thiqa-e2guardian-off.sh')).toEqual({ status: 0, output: '' })
		expect(read()).toEqual(old)
		expect(existsSync(join(lists, 'thiqa-lists'))).toBe(false)
	})

	describe('running', () => {
		let port = 0
		beforeAll(async () => {
			const placed = await place(filter)
			await placed.shell('thiqa-e2guardian-on.sh')
			port = placed.port
			await start(placed)
		})

		test('refuses blocked names and all below them, in the clear and in tunnels', async () => {
			for (const name of ['casino.example.ma', 'www.casino.example.ma', 'bad.example.ma', 'dns.google']) {
				expect(await get(port, name, origin), name).toBeTypeOf('number')
				expect(await tunnel(port, name, origin), name).toBeTypeOf('number')
			}
		})

		test('lets allowed and ordinary names through', async () => {
			for (const name of ['school.example.ma', 'ok.bad.example.ma', 'www.ok.bad.example.ma']) {
				expect(await get(port, name, origin), name).toMatchObject({ at: '127.0.0.10' })
				expect(await tunnel(port, name, origin), name).toBe('127.0.0.10')
			}
		})

		test('lets everything below an allowed name through, blocked or not, and the target says so', async () => {
			expect(await get(port, 'deep.ok.bad.example.ma', origin)).toMatchObject({ at: '127.0.0.10' })
			expect(targets.find(({ id }) => id === 'e2guardian')?.limits).toContain('allowed-wins')
		})

		test('sends tunnels to search engines and YouTube to their safe names', async () => {
			for (const [name, target] of [
				['www.google.com', 'forcesafesearch.google.com'],
				['www.google.co.ma', 'forcesafesearch.google.com'],
				['www.youtube.com', 'restrict.youtube.com'],
				['www.bing.com', 'strict.bing.com'],
				['duckduckgo.com', 'safe.duckduckgo.com'],
			] as const)
				expect(await tunnel(port, name, origin), name).toBe(places[target])
		})

		test('trap: one name that begins another; www.google.com.af is not www.google.com with a tail', async () => {
			expect(await tunnel(port, 'www.google.com.af', origin)).toBe(places['forcesafesearch.google.com'])
		})

		test('adds YouTube-Restrict to requests in the clear', async () => {
			expect(await get(port, 'www.youtube.com', origin)).toMatchObject({
				headers: { 'youtube-restrict': 'Strict' },
			})
			expect(await get(port, 'school.example.ma', origin)).not.toHaveProperty('headers.youtube-restrict')
		})
	})

	test('the list shell takes names and nothing else, and e2guardian refuses them', async () => {
		const text = '# a list\nLISTED.example.ma\r\n.Include</etc/shadow>\nhttp://x.example/y\n'
		const server = createServer((_, response) => response.end(text))
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
		stage.atEnd(() => void server.close())
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/list.txt`
		const lists = [{ id: 'l', name: 'L\nreboot', licence: 'MIT', urls: { domains: url } }]
		const placed = await place({ ...filter, lists })
		await placed.shell('thiqa-e2guardian-on.sh')
		expect(await placed.shell('thiqa-e2guardian-lists.sh')).toEqual({ status: 0, output: '' })
		expect(readFileSync(join(placed.lists, 'thiqa-lists'), 'utf8')).toBe('listed.example.ma\n')
		// In its namespace the folder stands at the usual place.
		const banned = join(placed.lists, 'bannedsitelist')
		writeFileSync(banned, readFileSync(banned, 'utf8').replaceAll(placed.settings, packaged))
		await start(placed)
		expect(await get(placed.port, 'sub.listed.example.ma', origin)).toBeTypeOf('number')
		expect(await get(placed.port, 'school.example.ma', origin)).toMatchObject({ at: '127.0.0.10' })
	})

	proveTarget({
		target: 'e2guardian',
		program: 'e2guardian',
		getVersion: () => /e2guardian (\d\S*)/iu.exec(run(e2guardian, ['-v']).output)?.[1] ?? '',
		kind: 'ran',
	})
})
