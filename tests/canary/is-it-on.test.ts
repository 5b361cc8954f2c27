/** "Is it really on?" with the real helper, real resolvers and the files that this site hands out: the verdict is right. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { DnsFilter } from '../../src/lib/tools/dns-filter/index.ts'
import { judge, toAnswer } from '../../src/lib/domains/protect/canary/index.ts'
import {
	canaryDomain,
	places,
	probeThrough,
	startCanaryWorld,
	type CanaryWorld,
} from '../support/canary-world.ts'
import { closeAll, makeTestFilter } from '../support/filters.ts'
import { findFreePort } from '../support/free-port.ts'
import { nameServers, startNameServer, type NameServerName } from '../support/name-servers.ts'
import { ask, findProgram, isResolving, openStage } from '../support/programs.ts'

const stage = openStage()
let world: CanaryWorld

beforeAll(async () => {
	world = await startCanaryWorld(stage.makeFolder())
	stage.atEnd(world.close)
})

const full = () => makeTestFilter('strict')
/** The program runs and filters nothing. */
const none = (): DnsFilter => ({
	...full(),
	rewrites: [],
	addresses: {},
	blocked: [],
	allowed: [],
	empty: [],
	lists: [],
})
const withoutSafeSearch = (): DnsFilter => ({ ...full(), rewrites: [], addresses: {} })
const withDohOpen = () => makeTestFilter('gentle', { closes: { ...closeAll, doh: false } })
const withoutCanary = () => makeTestFilter('strict', { canary: undefined })
const withDomainClosed = (): DnsFilter => ({ ...full(), rewrites: [], blocked: [canaryDomain] })

const resolve = (port: number) => async (host: string) => (await ask(port, host)).addresses[0]

/** Short answers and reasons, as a person gets them. */
const check = async (findAddress: (host: string) => Promise<string | undefined>): Promise<string[]> => {
	const verdict = judge(await probeThrough(findAddress, world.webPort), { knowsNames: true, unseen: [] })
	return Object.values(verdict).map((finding) => `${toAnswer(finding)}: ${finding.reason}`)
}

const start = (name: NameServerName, path: string, filter: DnsFilter, isRefreshed = true) =>
	startNameServer(stage, { name, path }, world.behind(filter), {
		certificates: world.certificates,
		found: isRefreshed ? { [`search-safe.${canaryDomain}`]: places.safe } : {},
		isReady: isResolving,
	})

const allOn = ['on: refused', 'on: safe', 'on: refused']
const allOff = ['off: reached', 'off: plain', 'off: reached']
const nothing = (reason: string) => Array<string>(3).fill(`unknown: ${reason}`)

type Combination = readonly [
	program: NameServerName,
	what: string,
	filter: () => DnsFilter,
	wanted: readonly string[],
]

const combinations: readonly Combination[] = [
	...(Object.keys(nameServers) as NameServerName[]).map(
		(name) => [name, 'a whole filter', full, allOn] as const,
	),
	['dnsmasq', 'no filter', none, allOff],
	['unbound', 'no filter', none, allOff],
	['dnscrypt-proxy', 'no filter', none, allOff],
	['dnsmasq', 'a filter that knows no canary names', withoutCanary, allOff],
	['named', 'no safe search', withoutSafeSearch, ['on: refused', 'off: plain', 'on: refused']],
	['kresd', 'no safe search', withoutSafeSearch, ['on: refused', 'off: plain', 'on: refused']],
	['unbound', 'DoH left open', withDohOpen, ['on: refused', 'on: safe', 'off: reached']],
	['dnsdist', 'DoH left open', withDohOpen, ['on: refused', 'on: safe', 'off: reached']],
	['unbound', 'the canary domain itself closed', withDomainClosed, nothing('canary')],
]

/** Runs with the program, or says which package brings it. */
const testWith = (name: NameServerName, what: string, run: (path: string) => Promise<void>): void => {
	const { debianPackage } = nameServers[name]
	const path = findProgram(name)
	test(`${name}, ${what}`, async ({ skip }) => {
		if (path === undefined) return skip(`${name} is not installed: apt install ${debianPackage}`)
		await run(path)
	})
}

describe('the right verdict behind', () => {
	for (const [name, what, filter, wanted] of combinations)
		testWith(name, what, async (path) => {
			const { port, stop } = await start(name, path, filter())
			expect(await check(resolve(port))).toEqual(wanted)
			await stop()
		})

	for (const name of ['dnsmasq', 'kresd', 'dnsdist', 'dnscrypt-proxy'] as const)
		testWith(name, 'before its refresh script has run', async (path) => {
			const { port, stop } = await start(name, path, full(), false)
			expect(await check(resolve(port))).toEqual(['on: refused', 'unknown: unreachable', 'on: refused'])
			await stop()
		})
})

describe('a filter at home, and', () => {
	testWith('dnsmasq', 'a second resolver without one, asked in turn', async (path) => {
		const { port, stop } = await start('dnsmasq', path, full())
		let turn = 0
		const inTurn = (host: string) =>
			// Names of controls are not counted, so that each other name is asked of both.
			resolve(/^(blocked|search|doh)\./u.test(host) && turn++ >= 3 ? world.resolverPort : port)(host)
		expect(await check(inTurn)).toEqual([
			'off-perhaps: sometimes',
			'off-perhaps: sometimes',
			'off-perhaps: sometimes',
		])
		await stop()
	})

	testWith('dnsmasq', 'a browser with a resolver of its own goes around it', async (path) => {
		const { port, stop } = await start('dnsmasq', path, full())
		expect(await check(resolve(port))).toEqual(allOn)
		expect(await check(resolve(world.resolverPort))).toEqual(allOff)
		await stop()
	})

	testWith('dnsmasq', 'it stops while we ask', async (path) => {
		const { port, stop } = await start('dnsmasq', path, full())
		let asked = 0
		const broken = async (host: string) => {
			if (++asked === 4) await stop()
			return resolve(port)(host)
		}
		expect(await check(broken)).toEqual(nothing('canary'))
	})

	testWith('unbound', 'the helper rests', async (path) => {
		const { port, stop } = await start('unbound', path, full())
		world.setHelperPort(await findFreePort())
		try {
			expect(await check(resolve(port))).toEqual(nothing('canary'))
		} finally {
			world.setHelperPort(world.canary.ports.dns)
			await stop()
		}
	})
})

test('no resolver at all: nothing is said', async () => {
	const port = await findFreePort()
	expect(await check(resolve(port))).toEqual(nothing('canary'))
})

test('a sign-in page that answers for every name: nothing is said', async () => {
	const portal = await world.startPortal()
	expect(await check(resolve(portal.port))).toEqual(nothing('portal'))
	portal.close()
})
