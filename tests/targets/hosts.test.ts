import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toHostsUnixFiles } from '../../src/lib/tools/dns-filter/hosts-file/index.ts'
import { world } from '../support/dns-world.ts'
import { makeTestFilter } from '../support/filters.ts'
import { canMount, cannotMount, runMounted } from '../support/mounted.ts'
import { describeProgram, openStage, run, writeFiles } from '../support/programs.ts'
import { proveTarget } from '../support/proofs.ts'

const own = '127.0.0.1 localhost\n192.168.1.2 printer.home\n'

describeProgram('getent', 'libc-bin', (getent) => {
	const stage = openStage()

	const place = (old = own) => {
		const folder = stage.makeFolder()
		const paths = writeFiles(folder, toHostsUnixFiles(makeTestFilter('strict')))
		const hosts = join(folder, 'hosts')
		writeFileSync(hosts, old)
		const shell = (name: string) => run('sh', [paths[name] ?? '', hosts])
		return { hosts, shell, read: () => readFileSync(hosts, 'utf8') }
	}

	test('the shell puts lines in, twice is once, and takes exactly them out', () => {
		const { shell, read } = place()
		expect(shell('thiqa-hosts-on.sh')).toEqual({ status: 0, output: '' })
		const once = read()
		expect(once.startsWith(own)).toBe(true)
		expect(once).toContain('\n216.239.38.120 www.google.co.ma\n')
		shell('thiqa-hosts-on.sh')
		expect(read()).toBe(once)
		expect(shell('thiqa-hosts-off.sh')).toEqual({ status: 0, output: '' })
		expect(read()).toBe(own)
	})

	test('a file without a last line break keeps its last line', () => {
		const { shell, read } = place('192.168.1.2 printer.home')
		shell('thiqa-hosts-on.sh')
		expect(read()).toMatch(/^192\.168\.1\.2 printer\.home\n# thiqa begin\n/)
	})

	test('a begin without an end stops the shell before it takes anything out', () => {
		const broken = `# thiqa begin\n${own}`
		const { shell, read } = place(broken)
		expect(shell('thiqa-hosts-on.sh').status).toBe(1)
		expect(shell('thiqa-hosts-off.sh').status).toBe(1)
		expect(read()).toBe(broken)
	})

	describe('glibc with the file in the place of /etc/hosts', () => {
		if (!canMount()) return test('cannot be tried here', ({ skip }) => skip(cannotMount))
		const { hosts, shell } = place()
		shell('thiqa-hosts-on.sh')
		/** Addresses that a program on this machine is given, in all families. */
		const ask = (name: string): string[] => {
			const { output } = runMounted(hosts, '/etc/hosts', getent, ['-s', 'files', 'ahosts', name])
			return [...new Set(output.split('\n').flatMap((line) => line.split(/\s+/u)[0] || []))]
		}

		test('sends search engines and YouTube to their safe addresses, in both families', () => {
			for (const name of ['www.google.com', 'www.google.co.ma', 'www.google.fr'])
				expect(ask(name).sort(), name).toEqual([world.googleSafe, '2001:4860:4802:32::78'].sort())
			expect(ask('www.youtube.com')).toEqual([world.youtubeStrict])
			expect(world.bingSafe).toContain(ask('www.bing.com')[0])
		})

		test('closes engines without a published address, blocked names and the ways around', () => {
			const closed = [
				'duckduckgo.com',
				'casino.example.ma',
				'www.casino.example.ma',
				'm.casino.example.ma',
				'dns.google',
				'mask.icloud.com',
				'search.brave.com',
			]
			for (const name of [...closed, 'use-application-dns.net']) expect(ask(name), name).toEqual(['0.0.0.0'])
		})

		test('leaves the own lines and everything else alone', () => {
			expect(ask('printer.home')).toEqual(['192.168.1.2'])
			expect(ask('school.example.ma')).toEqual([])
			expect(ask('family.cloudflare-dns.com')).toEqual([])
		})

		proveTarget({
			target: 'hosts-unix',
			program: 'glibc',
			getVersion: () =>
				/(\d+\.\d+)$/mu.exec(run(getent, ['--version']).output.split('\n')[0] ?? '')?.[1] ?? '',
			kind: 'ran',
		})
	})
})
