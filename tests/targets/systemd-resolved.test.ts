import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { toSystemdResolvedFiles } from '../../src/lib/tools/dns-filter/systemd-resolved/index.ts'
import { startDnsWorld, world, type DnsWorld } from '../support/dns-world.ts'
import { makeTestFilter } from '../support/filters.ts'
import { findFreePort } from '../support/free-port.ts'
import { describeIsolated } from '../support/isolation.ts'
import {
	ask,
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

/** An empty /run/systemd of its own with the file in it; the daemon of the machine is not touched. */
const machine = `
mkdir -p /run/systemd && mount -t tmpfs none /run/systemd && mkdir /run/systemd/resolved.conf.d
cp "$1" /run/systemd/resolved.conf.d/
exec "$2"
`

describeIsolated(
	'systemd-resolved',
	'systemd-resolved',
	(resolved) => {
		const place = async (changes: { tlsPort?: number } = {}) => {
			const folder = stage.makeFolder()
			const port = await findFreePort()
			const filter = outside.behind(makeTestFilter('strict'))
			const placed = { ...filter, resolver: { ...filter.resolver, ...changes } }
			const files = toSystemdResolvedFiles(placed, { address: '127.0.0.1', port })
			expectSameRules(toSystemdResolvedFiles(makeTestFilter('strict')), files, /^(DNS=|DNSStubListener).*$/u)
			return { port, file: writeFiles(folder, files)['thiqa-resolved.conf'] ?? '' }
		}
		const start = (file: string, isReady: () => Promise<boolean>) =>
			stage.startProgram(
				'unshare',
				['-m', '--propagation', 'private', 'sh', '-c', machine, 'sh', file, resolved],
				{
					env: { ...process.env, SSL_CERT_FILE: outside.certificates },
					isReady,
				},
			)
		const complaints = /Unknown key|Unknown section|Failed to parse|Assignment outside/u

		test('complains of nothing in the file, and of a broken one', async () => {
			const { port, file } = await place()
			const good = await start(file, () => isResolving(port))
			expect(good.getOutput()).not.toMatch(complaints)
			await good.stop()
			writeFileSync(file, readFileSync(file, 'utf8').replace('DNSOverTLS=yes', 'DNSOverTLS=perhaps'))
			const broken = await start(file, () => isAnswering(port))
			expect(broken.getOutput()).toMatch(complaints)
			await broken.stop()
		})

		describe('with the file', () => {
			let port = 0
			beforeAll(async () => {
				const placed = await place()
				port = placed.port
				await start(placed.file, () => isResolving(port))
			})

			test('asks the resolver over TLS, and believes its refusals', async () => {
				const before = outside.asked.length
				expect((await ask(port, 'school.example.ma')).addresses).toEqual([world.ordinary])
				expect(outside.asked.slice(before)).toContain('school.example.ma')
				expect((await ask(port, 'www.nowhere.example.ma')).rcode).toBe('NXDOMAIN')
			})

			test('neither rewrites nor refuses names: the limits that are stated are true', async () => {
				expect((await ask(port, 'www.google.com')).addresses).toEqual([world.unsafe])
				expect((await ask(port, 'casino.example.ma')).addresses).toEqual([world.ordinary])
				expect((await ask(port, 'use-application-dns.net')).addresses).toEqual([world.ordinary])
			})
		})

		test('believes no resolver that cannot show its certificate', async () => {
			const { port, file } = await place({ tlsPort: outside.impostorPort })
			await start(file, async () => (await ask(port, 'localhost').catch(() => undefined)) !== undefined)
			const before = outside.asked.length
			// It keeps trying for longer than a test may wait; what counts is that no question gets out.
			for (let look = 0; look < 4; look++) expect(await isResolving(port)).toBe(false)
			expect(outside.asked.slice(before)).toEqual([])
		})

		proveTarget({
			target: 'systemd-resolved',
			program: 'systemd-resolved',
			getVersion: () => /^systemd (\d[\w.~]*)/u.exec(run(resolved, ['--version']).output)?.[1] ?? '',
			kind: 'ran',
		})
	},
	{ openssl: 'openssl' },
)
