import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DnsFilter } from '../../src/lib/tools/dns-filter/index.ts'
import { toSquidFiles } from '../../src/lib/tools/dns-filter/squid/index.ts'
import { makeTestFilter } from '../support/filters.ts'
import { findFreePort } from '../support/free-port.ts'
import { describeProgram, openStage, run, runBeside, writeFiles } from '../support/programs.ts'
import { proveTarget } from '../support/proofs.ts'
import { get, places, placesAsHosts, startOrigins, tunnel } from '../support/proxied.ts'

const isListening = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false))
		socket.once('connect', () => socket.destroy())
	})

describeProgram('squid', 'squid', (squid) => {
	const stage = openStage()
	let origin = 0
	beforeAll(async () => {
		const { port, close } = await startOrigins()
		stage.atEnd(close)
		origin = port
	})

	/** The files in a folder, and a Squid around them as Debian has it, in the ways that a test needs. */
	const place = async (filter: DnsFilter) => {
		const folder = stage.makeFolder()
		// Squid gives up its rights and still writes its own files.
		chmodSync(folder, 0o777)
		const port = await findFreePort()
		const files = toSquidFiles(filter, { folder })
		const paths = writeFiles(folder, files)
		mkdirSync(join(folder, 'conf.d'))
		const hosts = join(folder, 'hosts')
		writeFileSync(hosts, placesAsHosts)
		const machine = join(folder, 'squid.conf')
		const lines = [
			`http_port 127.0.0.1:${port}`,
			`pid_filename ${folder}/squid.pid`,
			`cache_log ${folder}/cache.log`,
			'access_log none',
			'netdb_filename none',
			'cache deny all',
			'shutdown_lifetime 0 seconds',
			'pinger_enable off',
			`coredump_dir ${folder}`,
			`hosts_file ${hosts}`,
			'logfile_rotate 0',
			`include ${folder}/10-thiqa.conf`,
			'http_access allow localhost',
			'http_access deny all',
		]
		writeFileSync(machine, [...lines, ''].join('\n'))
		return { folder, port, paths, machine }
	}
	const start = ({ machine, port }: { machine: string; port: number }) =>
		stage.startProgram(squid, ['-N', '-f', machine], { isReady: () => isListening(port) })

	/** Without its own port for DNS, as a school uses it: the addresses of the resolver are in the file. */
	const filter = makeTestFilter('strict')

	test('takes the files without a word, and refuses a broken one', async () => {
		const { folder, machine } = await place(filter)
		const parse = () => {
			const { status, output } = run(squid, ['-k', 'parse', '-f', machine])
			const lines = output.split('\n').filter((line) => /WARNING|ERROR|FATAL|expecting/u.test(line))
			return { status, complaints: lines.filter((line) => !line.includes('empty ACL: acl thiqa_lists')) }
		}
		expect(parse()).toEqual({ status: 0, complaints: [] })
		const file = join(folder, '10-thiqa.conf')
		const text = readFileSync(file, 'utf8')
		expect(text).toContain('\ndns_nameservers 1.1.1.3 1.0.0.3 ')
		writeFileSync(file, text.replace('dstdomain', 'dstdomane'))
		expect(parse().status).not.toBe(0)
		// Trap: a wrong word in http_access is passed over with a complaint, and the line does nothing.
		writeFileSync(file, text.replace('http_access deny', 'http_access forbid'))
		const { status, complaints } = parse()
		expect(status).toBe(0)
		expect(complaints.join('\n')).toContain('forbid')
	})

	describe('running', () => {
		let port = 0
		beforeAll(async () => {
			const placed = await place(filter)
			port = placed.port
			await start(placed)
		})

		test('refuses blocked names and all below them, in the clear and in tunnels', async () => {
			for (const name of ['casino.example.ma', 'www.casino.example.ma', 'bad.example.ma', 'dns.google']) {
				expect(await get(port, name, origin), name).toBe(403)
				expect(await tunnel(port, name, origin), name).toBe(403)
			}
			expect(await get(port, 'deep.ok.bad.example.ma', origin)).toBe(403)
		})

		test('lets allowed and ordinary names through', async () => {
			for (const name of ['school.example.ma', 'ok.bad.example.ma', 'www.ok.bad.example.ma']) {
				expect(await get(port, name, origin), name).toMatchObject({ at: '127.0.0.10' })
				expect(await tunnel(port, name, origin), name).toBe('127.0.0.10')
			}
		})

		test('sends tunnels to search engines and YouTube to their safe names', async () => {
			for (const [name, target] of [
				['www.google.com', 'forcesafesearch.google.com'],
				['www.google.co.ma', 'forcesafesearch.google.com'],
				['www.google.com.af', 'forcesafesearch.google.com'],
				['www.youtube.com', 'restrict.youtube.com'],
				['www.bing.com', 'strict.bing.com'],
				['duckduckgo.com', 'safe.duckduckgo.com'],
			] as const)
				expect(await tunnel(port, name, origin), name).toBe(places[target])
		})

		test('adds YouTube-Restrict to requests in the clear, whatever a pupil has written there', async () => {
			for (const own of [{}, { 'youtube-restrict': 'None' }]) {
				const arrival = await get(port, 'www.youtube.com', origin, own)
				expect(arrival).toMatchObject({
					at: places['restrict.youtube.com'],
					headers: { 'youtube-restrict': 'Strict', host: `www.youtube.com:${origin}` },
				})
			}
			expect(await get(port, 'school.example.ma', origin)).not.toHaveProperty('headers.youtube-restrict')
		})

		test('answers many at once: the shell that is asked keeps up', async () => {
			const all = Array.from({ length: 60 }, (_, at) =>
				tunnel(port, at % 2 ? 'www.google.com' : 'school.example.ma', origin),
			)
			expect(new Set(await Promise.all(all))).toEqual(
				new Set([places['forcesafesearch.google.com'], places['school.example.ma']]),
			)
		})
	})

	test('the list shell takes names and nothing else, and Squid refuses them', async () => {
		const text = [
			'# a list',
			'LISTED.example.ma\r',
			'sub.listed.example.ma',
			'listed.example.mali',
			'$(touch /tmp/x).example',
			'http_access allow all',
			'a b.example',
		].join('\n')
		const server = createServer((_, response) => response.end(`${text}\n`))
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
		stage.atEnd(() => void server.close())
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/list.txt`
		const lists = [{ id: 'l', name: 'L\nreboot', licence: 'MIT', urls: { domains: url } }]
		const placed = await place({ ...filter, lists })
		const bin = join(placed.folder, 'bin')
		mkdirSync(bin)
		writeFileSync(join(bin, 'squid'), '#!/bin/sh\nexit 0\n', { mode: 0o755 })
		const env = { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` }
		expect(await runBeside('sh', [placed.paths['thiqa-squid-lists.sh'] ?? ''], { env })).toEqual({
			status: 0,
			output: '',
		})
		expect(readFileSync(join(placed.folder, 'thiqa-squid-lists.txt'), 'utf8')).toBe(
			'.listed.example.ma\n.listed.example.mali\n',
		)
		await start(placed)
		for (const name of ['listed.example.ma', 'sub.listed.example.ma'])
			expect(await tunnel(placed.port, name, origin), name).toBe(403)
		expect(await tunnel(placed.port, 'school.example.ma', origin)).toBe('127.0.0.10')
	})

	proveTarget({
		target: 'squid',
		program: 'squid',
		getVersion: () => /Version (\S+)/u.exec(run(squid, ['-v']).output)?.[1] ?? '',
		kind: 'ran',
	})
})
