/**
 * Whatever a family chooses: files made of random choices are taken by the real programs, which then answer as a plain reading of the
 * choice says. A failure prints its seed; `THIQA_SEED=… vitest run --project targets tests/targets/random-choices.test.ts` does it again.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ConfigFile, DnsFilter } from '#tools/dns-filter'
import { toBindFiles } from '#tools/dns-filter/bind'
import { toDnsdistFiles } from '#tools/dns-filter/dnsdist'
import { toDnsmasqFiles } from '#tools/dns-filter/dnsmasq'
import { toKnotResolverFiles } from '#tools/dns-filter/knot-resolver'
import { toRpzFiles } from '#tools/dns-filter/rpz'
import { toUnboundFiles } from '#tools/dns-filter/unbound'
import { startDnsWorld, world, type DnsWorld } from '../support/dns-world.ts'
import { makeTestFilter } from '../support/filters.ts'
import { findFreePort } from '../support/free-port.ts'
import { ask, describeProgram, isResolving, openStage, writeFiles } from '../support/programs.ts'

const stage = openStage()
let outside: DnsWorld

beforeAll(async () => {
	outside = await startDnsWorld(stage.makeFolder(), ['family.cloudflare-dns.com'])
	stage.atEnd(outside.close)
})

const seed = Number(process.env['THIQA_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const count = 5

/** Few labels, so that one list often names what stands above, below or beside a name of the other. */
const label = fc.constantFrom('a', 'b', 'c', 'jeux-2', 'xn--mgbc0a9azcg')
const name = fc
	.tuple(fc.array(label, { minLength: 1, maxLength: 4 }), fc.constantFrom('home.example.ma', 'example.org'))
	.map(([labels, top]) => [...labels, top].join('.'))
const names = fc.uniqueArray(name, { maxLength: 8 })
const closes = fc.record({
	canary: fc.boolean(),
	privateRelay: fc.boolean(),
	ddr: fc.boolean(),
	doh: fc.boolean(),
})
const choice = fc
	.record({ level: fc.constantFrom('gentle', 'balanced', 'strict'), closes, blocked: names, allowed: names })
	.map(({ allowed, ...rest }) => ({ ...rest, allowed: allowed.filter((one) => !rest.blocked.includes(one)) }))
type Choice = typeof choice extends fc.Arbitrary<infer Value> ? Value : never
const choices = fc.sample(choice, { seed, numRuns: count })

/** A name and all above it, the longest first. */
const upwards = (of: string): string[] => of.split('.').map((_, at, labels) => labels.slice(at).join('.'))

/** The longest name of either list that a name is or stands below decides; ordinary names are left alone. */
const isRefused = (asked: string, { blocked, allowed }: Choice): boolean => {
	const decides = upwards(asked).find((one) => blocked.includes(one) || allowed.includes(one))
	return decides !== undefined && blocked.includes(decides)
}

/** Each name of both lists, what stands above it, beside it and below it. */
const listAsked = ({ blocked, allowed }: Choice): string[] => {
	const own = [...blocked, ...allowed].flatMap((one) => [
		...upwards(one).slice(0, -2),
		`q.${one}`,
		`q.a.${one}`,
		`q.${one.slice(one.indexOf('.') + 1)}`,
		`not${one}`,
	])
	return [...new Set([...own, 'school.example.ma'])]
}

/** Names that a switch of the choice closes. */
const closed = (
	[
		['use-application-dns.net', 'canary'],
		['mask.icloud.com', 'privateRelay'],
		['dns.google', 'doh'],
	] as const
).map(([of, by]) => ({ of, by }))

type Place = { address: string; port: number; folder: string; certificates: string }
type Server = {
	program: string
	debianPackage: string
	makeFiles: (filter: DnsFilter, place: Place) => ConfigFile[]
	/** What starts it, of the paths of its files. */
	toArguments: (paths: Readonly<Record<string, string>>, folder: string) => string[]
}

/** A file of the machine around ours. */
const around = (folder: string, file: string, lines: readonly string[]): string => {
	const machine = join(folder, file)
	writeFileSync(machine, `${lines.join('\n')}\n`)
	return machine
}

const servers: readonly Server[] = [
	{
		program: 'dnsmasq',
		debianPackage: 'dnsmasq-base',
		makeFiles: (filter, { address, port, folder }) => toDnsmasqFiles(filter, { address, port, folder }),
		toArguments: (paths, folder) => [
			'--keep-in-foreground',
			`--conf-file=${paths['thiqa-dnsmasq.conf'] ?? ''}`,
			`--pid-file=${join(folder, 'pid')}`,
			'--user=',
		],
	},
	{
		program: 'unbound',
		debianPackage: 'unbound',
		makeFiles: (filter, place) => [...toUnboundFiles(filter, place), ...toRpzFiles(filter)],
		toArguments: (paths, folder) => {
			const own = ['do-daemonize: no', 'username: ""', 'chroot: ""', 'use-syslog: no', 'num-threads: 1']
			const here = [`directory: "${folder}"`, 'pidfile: ""', 'do-not-query-localhost: no']
			const rest = [
				'remote-control:',
				'control-enable: no',
				`include: "${paths['thiqa-unbound.conf'] ?? ''}"`,
			]
			return ['-d', '-c', around(folder, 'unbound.conf', ['server:', ...own, ...here, ...rest])]
		},
	},
	{
		program: 'named',
		debianPackage: 'bind9',
		makeFiles: (filter, place) => [...toBindFiles(filter, place), ...toRpzFiles(filter)],
		toArguments: (paths, folder) => {
			const lines = ['controls { };', `include "${paths['named.conf.options'] ?? ''}";`]
			return ['-g', '-c', around(folder, 'named.conf', lines), '-n', '1']
		},
	},
	{
		program: 'kresd',
		debianPackage: 'knot-resolver',
		makeFiles: toKnotResolverFiles,
		toArguments: (paths, folder) => ['-n', '-c', paths['thiqa-knot-resolver.lua'] ?? '', folder],
	},
	{
		program: 'dnsdist',
		debianPackage: 'dnsdist',
		makeFiles: toDnsdistFiles,
		toArguments: (paths) => ['--supervised', '--disable-syslog', '-C', paths['dnsdist.conf'] ?? ''],
	},
]

describe.each(servers)('random choices', (server) => {
	const { program, debianPackage, makeFiles, toArguments } = server
	describeProgram(
		program,
		debianPackage,
		(path) => {
			test.each(choices.map((one, at) => ({ at: at + 1, one })))(
				`choice $at of the seed ${seed} is taken and obeyed`,
				async ({ one }) => {
					const [folder, port] = [stage.makeFolder(), await findFreePort()]
					const filter = outside.behind(makeTestFilter(one.level, { ...one, canary: undefined }))
					const here = { address: '127.0.0.1', port, folder, certificates: outside.certificates }
					const paths = writeFiles(folder, makeFiles(filter, here))
					const { stop } = await stage.startProgram(path, toArguments(paths, folder), {
						isReady: () => isResolving(port),
					})
					const told = `${JSON.stringify(one)}, seed ${seed}`
					const say = async (asked: string): Promise<string> => {
						const { rcode, addresses } = await ask(port, asked)
						return `${asked} ${rcode === 'NXDOMAIN' ? 'refused' : addresses.join(' ')}`
					}
					const wanted = (asked: string, isClosed: boolean): string =>
						`${asked} ${isClosed ? 'refused' : world.ordinary}`
					const said: string[] = []
					for (const asked of listAsked(one)) said.push(await say(asked))
					expect(said, told).toEqual(listAsked(one).map((asked) => wanted(asked, isRefused(asked, one))))
					for (const { of, by } of closed) expect(await say(of), told).toBe(wanted(of, one.closes[by]))
					const google = filter.rewrites.some(({ name: engine }) => engine === 'www.google.com')
					expect(await say('www.google.com'), told).toBe(
						`www.google.com ${google ? world.googleSafe : world.unsafe}`,
					)
					await stop()
				},
			)
		},
		{ openssl: 'openssl' },
	)
})
