/** The zone of blocked names in real programs: read by two checkers, enforced by three resolvers, transferred to nobody without a key. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { toDnsmasqLines, toUpdateText, toZoneText } from '../../src/lib/tools/indicators/rpz-zone/index.ts'
import { findFreePort } from '../support/free-port.ts'
import { ask, describeProgram, findProgram, openStage, run, waitUntil } from '../support/programs.ts'
import {
	frame,
	makeRules,
	startDnsmasq,
	startPrimary,
	startProvider,
	startUnbound,
} from '../support/rpz-world.ts'
import { describeStandard } from '../support/standards.ts'

const stage = openStage()
const listed = { blocked: ['blocked1.example'], exceptions: ['ok.blocked1.example'] }
const rules = makeRules(listed)
const text = toZoneText(frame, 7, rules)
const change = (from: number, before: readonly string[], after: readonly string[]): string =>
	toUpdateText(
		frame,
		{ ...makeRules({ ...listed, blocked: before }), serial: from },
		{ ...makeRules({ ...listed, blocked: after }), serial: from + 1 },
	) ?? ''
const withLater = [...listed.blocked, 'later.example']

/** Answers of the policy to names that this zone can say something of. */
const ours = [
	{ q: 'blocked1.example', chain: ['CNAME stop.thiqa.example.', 'A 192.0.2.200'] },
	{ q: 'www.blocked1.example', chain: ['CNAME stop.thiqa.example.', 'A 192.0.2.200'] },
	{ q: 'ok.blocked1.example', chain: ['A 192.0.2.9'] },
	{ q: 'fine.example', chain: ['A 192.0.2.10'] },
]
const get = async (port: number, name: string): Promise<string[]> => {
	const { chain, addresses } = await ask(port, name)
	return [...chain.map((target) => `CNAME ${target}.`), ...addresses.map((address) => `A ${address}`)]
}

describe.each([
	['named-checkzone', 'bind9-utils', ['-k', 'fail', '-i', 'none']],
	['kzonecheck', 'knot-dnssecutils', ['-o']],
] as const)('C1 %s', (program, debianPackage, options) => {
	const path = findProgram(program)
	test.skipIf(!path)(`reads the zone, and refuses a broken one (${debianPackage})`, () => {
		const file = join(stage.makeFolder(), 'rpz.zone')
		writeFileSync(file, text)
		expect(run(path ?? '', [...options, frame.origin, file])).toMatchObject({ status: 0 })
		writeFileSync(file, text.replace('CNAME rpz-passthru.', 'CNAM rpz-passthru.'))
		expect(run(path ?? '', [...options, frame.origin, file]).status).not.toBe(0)
	})
})

describeStandard('rpz', (folder) => {
	test('C2 the answers recorded from other zones are those expected here', () => {
		const { cases } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
			cases: { q: string; chain?: string[] }[]
		}
		for (const { q, chain } of ours) expect(cases.find((one) => one.q === q)?.chain).toEqual(chain)
	})
})

describeProgram(
	'named',
	'bind9',
	() => {
		describe('C2 a provider that fetches the zone by its key', () => {
			let primary: Awaited<ReturnType<typeof startPrimary>>
			let provider: Awaited<ReturnType<typeof startProvider>>
			let port = 0
			beforeAll(async () => {
				port = await findFreePort()
				primary = await startPrimary(stage, listed, { notified: port })
				provider = await startProvider(stage, primary, { port })
				await waitUntil(async () => (await provider.findSerial()) === 7)
			})

			test.each(ours)('answers $q as the policy says', async ({ q, chain }) => {
				expect(await get(port, q)).toEqual(chain)
			})

			test('blocks what is added and opens what is withdrawn, by notification', async () => {
				expect(await get(port, 'later.example')).toEqual(['A 192.0.2.4'])
				expect(primary.update(change(7, listed.blocked, withLater))).toMatchObject({ status: 0 })
				await waitUntil(async () => (await provider.findSerial()) === 8)
				await waitUntil(async () => (await get(port, 'later.example')).includes('A 192.0.2.200'))
				expect(primary.update(change(8, withLater, listed.blocked))).toMatchObject({ status: 0 })
				await waitUntil(async () => (await provider.findSerial()) === 9)
				await waitUntil(async () => !(await get(port, 'later.example')).includes('A 192.0.2.200'))
				expect(provider.getOutput()).toMatch(/Transfer completed: 1 messages, 6 records.*serial 9/u)
			})

			test('an update for another serial changes nothing', async () => {
				expect(primary.update(change(3, listed.blocked, withLater)).status).not.toBe(0)
				expect(primary.transfer('axfr')).not.toContain('later.example')
			})
		})

		describe('C3 a primary that speaks TLS only', () => {
			let primary: Awaited<ReturnType<typeof startPrimary>>
			beforeAll(async () => {
				primary = await startPrimary(stage, listed, { isSecret: true })
			})

			test('gives the zone to nobody without a key, nor in clear', () => {
				for (const output of [
					primary.transfer('axfr', { withKey: false }),
					primary.transfer('axfr', { withKey: false, overTls: true }),
					primary.transfer('axfr'),
				]) {
					expect(output).toContain('Transfer failed')
					expect(output).not.toContain('blocked1')
				}
			})

			test('gives it over TLS to whoever has a key', async () => {
				expect(primary.transfer('axfr', { overTls: true })).toMatch(
					/^blocked1\.example\.rpz\.thiqa\.example\..*CNAME\s+stop/mu,
				)
				const port = await findFreePort()
				const provider = await startProvider(stage, primary, { port, overTls: true })
				await waitUntil(async () => (await provider.findSerial()) === 7)
				expect(readFileSync(join(provider.folder, 'rpz.db'), 'utf8')).toContain('rpz-passthru.')
			})

			test('transfers the change only', () => {
				expect(primary.update(change(7, listed.blocked, withLater))).toMatchObject({ status: 0 })
				const lines = primary
					.transfer('ixfr=7', { overTls: true })
					.split('\n')
					.map((line) => line.split(/\s+/u))
				const ofType = (wanted: string) => lines.filter(([, , , type]) => type === wanted)
				expect(
					ofType('CNAME')
						.map(([name]) => name)
						.sort(),
				).toEqual(['*.later.example.rpz.thiqa.example.', 'later.example.rpz.thiqa.example.'])
				expect(ofType('SOA').map((fields) => fields[6])).toContain('7')
			})
		})
	},
	{ 'tsig-keygen': 'bind9', nsupdate: 'bind9-dnsutils', dig: 'bind9-dnsutils', openssl: 'openssl' },
)

describeProgram(
	'unbound',
	'unbound',
	() => {
		test.each(ours)('C2 answers $q as the policy says', async ({ q, chain }) => {
			const { port } = await startPrimary(stage, listed)
			expect(await get(await startUnbound(stage, text, port), q)).toEqual(chain)
		})
	},
	{ named: 'bind9', 'tsig-keygen': 'bind9', openssl: 'openssl' },
)

describeProgram(
	'dnsmasq',
	'dnsmasq-base',
	() => {
		test('C2 blocks by lines of its own, and leaves the exception alone', async () => {
			const { port } = await startPrimary(stage, listed)
			const lines = toDnsmasqLines(rules, ['192.0.2.200'])
			const own = await startDnsmasq(stage, lines, port)
			for (const { q, chain } of ours) expect(await get(own, q)).toEqual(chain.slice(-1))
		})
	},
	{ named: 'bind9', 'tsig-keygen': 'bind9', openssl: 'openssl' },
)
