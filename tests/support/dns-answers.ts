/** What every name server with the test filter must answer, whatever its program: one suite for all of them. */
import { expect, test } from 'vitest'
import type { Level } from '../../src/lib/domains/protect/index.ts'
import { world, type DnsWorld } from './dns-world.ts'
import { ownNames } from './filters.ts'
import { ask, type QueryType, type Reply } from './programs.ts'

export type Answering = {
	ask: (name: string, type?: QueryType) => Promise<Reply>
	/** Names that the program has asked of its resolver. */
	getAsked: () => readonly string[] | Promise<readonly string[]>
	level: Level
	/** How the program says no: the name does not exist, or it has no address. */
	refuses?: 'nxdomain' | 'no-address'
	/** An allowed name opens all below it, also what is blocked by a longer name. */
	allowedWins?: boolean
	/** Addresses of targets that publish none are known (a refresh has run, or the program asks by itself). */
	knowsAllTargets?: boolean
}

/** A program that listens on loopback in this process's network. */
export const onLoopback = (getPort: () => number, getWorld: () => DnsWorld) => ({
	ask: (name: string, type?: QueryType) => ask(getPort(), name, type),
	getAsked: () => getWorld().asked,
})

const hasNoAddress = ({ addresses, types }: Reply): boolean =>
	addresses.length === 0 && !types.includes('UNKNOWN_65')

const expectRefused = (reply: Reply, name: string, how: Answering['refuses']): void => {
	if (how === 'no-address') expect(hasNoAddress(reply), name).toBe(true)
	else expect(reply.rcode, name).toBe('NXDOMAIN')
}

/** Names whose safe target has a published address, and the answer for each level. */
const known = (level: Level): readonly (readonly [string, readonly string[]])[] => {
	const youtube = level === 'strict' ? [world.youtubeStrict] : [world.youtubeModerate]
	return [
		['www.google.com', [world.googleSafe]],
		['www.google.co.ma', [world.googleSafe]],
		['www.google.fr', [world.googleSafe]],
		['www.google.ws', [world.googleSafe]],
		['WWW.Google.COM', [world.googleSafe]],
		['www.bing.com', world.bingSafe],
		['edgeservices.bing.com', world.bingSafe],
		['www.youtube.com', youtube],
		['m.youtube.com', youtube],
		['youtubei.googleapis.com', youtube],
		['youtube.googleapis.com', youtube],
		['www.youtube-nocookie.com', youtube],
	]
}

const unpublished: readonly (readonly [string, readonly string[]])[] = [
	['duckduckgo.com', [world.duckduckgoSafe]],
	['www.duckduckgo.com', [world.duckduckgoSafe]],
	['start.duckduckgo.com', [world.duckduckgoSafe]],
	['www.ecosia.org', [world.ecosiaSafe]],
	['pixabay.com', [world.pixabaySafe]],
	[`search.${ownNames.canary}`, [world.canarySafe]],
]

const relay = ['mask.icloud.com', 'mask-h2.icloud.com']
const encrypted = [
	'dns.google',
	'dns.quad9.net',
	'cloudflare-dns.com',
	'mozilla.cloudflare-dns.com',
	'doh.opendns.com',
]

/** Safe search: addresses, and no other record through which an engine could be reached as it is. */
export const testSafeSearch = ({ ask, level, knowsAllTargets = true }: Answering): void => {
	/** Addresses that lead somewhere. */
	const findReachable = async (name: string) =>
		(await ask(name)).addresses.filter((address) => address !== '0.0.0.0')

	test('sends search engines and YouTube to their safe addresses', async () => {
		for (const [name, addresses] of known(level))
			expect((await ask(name)).addresses, name).toEqual([...addresses].sort())
	})

	test(
		knowsAllTargets
			? 'sends engines without published addresses to safe search'
			: 'leaves engines without published addresses unreachable until the refresh has run',
		async () => {
			for (const [name, addresses] of unpublished)
				expect(await findReachable(name), name).toEqual(knowsAllTargets ? addresses : [])
		},
	)

	test('lets no engine through by IPv6, HTTPS or SVCB records', async () => {
		for (const [name] of [...known(level), ...unpublished]) {
			expect((await ask(name, 'AAAA')).addresses, name).not.toContain(world.unsafe6)
			for (const type of ['UNKNOWN_64', 'UNKNOWN_65'] as const)
				expect((await ask(name, type)).types, name).not.toContain(type)
		}
	})
}

/** Everything else: own names, bypasses, canary names, ordinary names. */
export const testNames = ({
	ask,
	getAsked,
	level,
	refuses = 'nxdomain',
	allowedWins = false,
}: Answering): void => {
	const no = async (name: string) => expectRefused(await ask(name), name, refuses)

	test('refuses blocked names and all below them, in any case, without asking the resolver', async () => {
		for (const name of [
			'casino.example.ma',
			'www.casino.example.ma',
			'a.b.casino.example.ma',
			'Casino.EXAMPLE.ma',
		])
			await no(name)
		expect((await getAsked()).filter((name) => /(^|\.)casino\.example\.ma$/u.test(name))).toEqual([])
	})

	test('refuses no address by another type of record', async () => {
		expect((await ask('casino.example.ma', 'AAAA')).addresses).toEqual([])
		expect((await ask('casino.example.ma', 'UNKNOWN_65')).types).not.toContain('UNKNOWN_65')
	})

	test('leaves allowed names alone below a blocked one; the longer name wins', async () => {
		await no('bad.example.ma')
		for (const name of ['ok.bad.example.ma', 'www.ok.bad.example.ma'])
			expect((await ask(name)).addresses, name).toEqual([world.ordinary])
		if (!allowedWins) await no('www.deep.ok.bad.example.ma')
	})

	test('an exception far below a blocked name opens itself and what is below it, and no name beside or between', async () => {
		for (const name of ['', 'z.', 'y.z.', 'q.', 'q.z.', 'q.y.z.', 'r.q.z.', 'r.q.y.z.'])
			await no(`${name}jeux.example.ma`)
		for (const name of ['', 'b.', 'c.b.', 'z.b.', 'y.z.b.', 'c.']) await no(`${name}play.example.ma`)
		for (const name of [
			'a.b.play.example.ma',
			'x.y.z.jeux.example.ma',
			'a.x.y.z.jeux.example.ma',
			'b.a.x.y.z.jeux.example.ma',
		])
			expect((await ask(name)).addresses, name).toEqual([world.ordinary])
	})

	test('leaves the names alone that stand below an engine: its pages need them', async () => {
		for (const name of [
			'links.duckduckgo.com',
			'external-content.duckduckgo.com',
			'cdn.pixabay.com',
			'a.cdn.pixabay.com',
		]) {
			expect((await ask(name)).addresses, name).toEqual([world.ordinary])
			expect((await ask(name, 'AAAA')).addresses, name).toEqual([world.ordinary6])
		}
	})

	test('leaves ordinary names alone', async () => {
		for (const name of [
			'school.example.ma',
			'notcasino.example.ma',
			'google.com',
			'mail.google.com',
			'maps.google.co.ma',
		]) {
			expect((await ask(name)).addresses, name).toEqual([world.ordinary])
			expect((await ask(name, 'AAAA')).addresses, name).toEqual([world.ordinary6])
		}
		expect((await ask('nowhere.example.ma')).rcode).toBe('NXDOMAIN')
	})

	test('closes the ways around: Firefox canary, Private Relay, encrypted DNS of others', async () => {
		for (const name of ['use-application-dns.net', ...relay, ...encrypted]) await no(name)
	})

	test('keeps its own resolver reachable by name', async () => {
		expect((await ask('family.cloudflare-dns.com')).addresses).toEqual([world.ordinary])
	})

	test('hides designated resolvers: resolver.arpa exists and says nothing', async () => {
		for (const [name, type] of [
			['resolver.arpa', 'A'],
			['_dns.resolver.arpa', 'UNKNOWN_64'],
		] as const) {
			const reply = await ask(name, type)
			if (refuses === 'nxdomain') expect(reply.rcode, name).toBe('NOERROR')
			expect(hasNoAddress(reply), name).toBe(true)
			expect(reply.types, name).not.toContain('UNKNOWN_64')
		}
	})

	test('answers the operator\u2019s canary names as a filter does', async () => {
		await no(`blocked.${ownNames.canary}`)
		await no(`doh.${ownNames.canary}`)
		expect((await ask(ownNames.canary)).addresses).toEqual([world.ordinary])
	})

	test(
		level === 'strict' ? 'closes an engine without a confirmed safe name' : 'leaves other engines open',
		async () => {
			if (level === 'strict') await no('search.brave.com')
			else expect((await ask('search.brave.com')).addresses).toEqual([world.unsafe])
		},
	)
}
