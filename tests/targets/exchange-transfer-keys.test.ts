/** Keys by which providers fetch the zone, from the directory of partners into a real primary: made, compared, replaced, revoked. */
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { makeTransferKey, revokeKey, type TransferKey } from '#domains/exchange/partners/keys/server'
import { setDatabase } from '#server/process/database'
import { answerTransferKeys } from '#server/public/indicators/transfer-keys'
import { toZoneText } from '../../src/lib/tools/indicators/rpz-zone/index.ts'
import { findFreePort } from '../support/free-port.ts'
import { brings, compare, getNow, openDirectory, pass, setClockBack } from '../support/partner-directory.ts'
import { describeProgram, findProgram, isAnswering, openStage, run, runBeside } from '../support/programs.ts'
import { makeRules } from '../support/rpz-world.ts'

const stage = openStage()
const origin = 'amber.rpz.127.0.0.1'
const primary = 'the-primary-shows-this-and-nobody-else'
setClockBack()
afterAll(() => vi.unstubAllEnvs())

/** A directory with one provider, and a desk that answers a primary over it. */
const openDesk = async () => {
	const world = await openDirectory('pglite')
	const dataDir = stage.makeFolder()
	vi.stubEnv('DATA_DIR', dataDir)
	setDatabase({ kysely: world.db, kind: 'pglite', close: () => Promise.resolve() })
	mkdirSync(join(dataDir, 'keys'), { mode: 0o700 })
	writeFileSync(join(dataDir, 'keys', 'zone-primary'), `${primary}\n`, { mode: 0o600 })
	const set = (row: { state?: 'active' | 'suspended' }) =>
		world.db
			.updateTable('partner')
			.set({ kind: 'isp', flows: 'indicators', ...row })
			.where('id', '=', world.id)
			.execute()
	await set({ state: 'active' })
	const frame = { origin, nameServer: 'ns.thiqa.example', mailbox: 'hostmaster.thiqa.example' }
	const zone = toZoneText(frame, 1, makeRules({ blocked: ['one.example'], exceptions: [] }))
	const answer = async (url: string, authorization: string | undefined): Promise<Response> => {
		if (url === '/feeds/zone/amber') return new Response(zone)
		if (url === '/feeds/zone/amber/1') return new Response(null, { status: 204 })
		const headers = authorization === undefined ? {} : { authorization }
		const form = url.replace('/feeds/zone/keys/', '')
		return answerTransferKeys(new Request(`http://127.0.0.1${url}`, { headers }), form, getNow())
	}
	const server = createServer((request, response) => {
		void answer(request.url ?? '', request.headers.authorization).then(async (made) =>
			response.writeHead(made.status, Object.fromEntries(made.headers)).end(await made.text()),
		)
	})
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	stage.atEnd(() => void server.close())
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
	const make = () => makeTransferKey(world.directory, { dataDir, partner: world.id, days: 365, by: brings })
	return { ...world, dataDir, address, make, set }
}
type Desk = Awaited<ReturnType<typeof openDesk>>

/** A primary that includes what the script writes, and what others hear who fetch its zone. */
const startPrimary = async (named: string, { address }: Desk) => {
	const folder = stage.makeFolder()
	const [port, control] = [await findFreePort(), await findFreePort()]
	const at = (name: string): string => join(folder, name)
	for (const key of ['desk', 'rndc'])
		writeFileSync(at(`${key}.key`), run(findProgram('tsig-keygen') ?? '', ['-a', 'hmac-sha256', key]).output)
	const pull = (secret = primary) =>
		runBeside(
			process.execPath,
			[
				'scripts/exchange-zone.ts',
				'--from',
				address,
				'--file',
				at('amber.zone'),
				'--port',
				String(port),
				'--key',
				at('desk.key'),
				'--keys',
				at('partner-keys.conf'),
				`--rndc=-s 127.0.0.1 -p ${control} -k ${at('rndc.key')}`,
			],
			{
				env: {
					...process.env,
					PATH: `${process.env['PATH'] ?? ''}:/usr/sbin`,
					THIQA_TOKEN: 'x',
					THIQA_PRIMARY: secret,
				},
			},
		)
	const first = await pull()
	writeFileSync(
		at('named.conf'),
		`include "${at('desk.key')}"; include "${at('rndc.key')}"; include "${at('partner-keys.conf')}";
controls { inet 127.0.0.1 port ${control} allow { 127.0.0.1; } keys { rndc; }; };
options { directory "${folder}"; listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; }; recursion no; allow-transfer { none; }; pid-file none; session-keyfile none; };
zone "${origin}" { type primary; file "amber.zone"; allow-update { key desk; }; allow-query { localhost; }; allow-transfer { thiqa-amber; }; notify no; };
`,
	)
	await stage.startProgram(named, ['-g', '-c', at('named.conf'), '-n', '1'], {
		isReady: () => isAnswering(port),
	})
	const fetch = (key?: TransferKey): boolean =>
		run(findProgram('dig') ?? '', [
			'@127.0.0.1',
			'-p',
			String(port),
			origin,
			'AXFR',
			'+tcp',
			'+tries=1',
			...(key ? ['-y', `${key.algorithm}:${key.name}:${key.secret}`] : []),
		]).output.includes('one.example')
	return { pull, fetch, first, keys: () => readFileSync(at('partner-keys.conf'), 'utf8') }
}

describeProgram(
	'named',
	'bind9',
	(named) => {
		test('a provider fetches the zone by a key that two persons have compared, until it is revoked', async () => {
			const desk = await openDesk()
			const server = await startPrimary(named, desk)
			expect(server.first).toMatchObject({ status: 0 })
			const one = await desk.make()
			const id = async ({ name }: TransferKey) => (await desk.key(name)).id
			const pulled = async () => expect((await server.pull()).status).toBe(0)

			await pulled()
			expect(server.fetch(one), 'not compared yet').toBe(false)
			await compare(desk, await id(one))
			await pulled()
			expect([server.fetch(one), server.fetch(), server.fetch({ ...one, name: 'zone-other' })]).toEqual([
				true,
				false,
				false,
			])
			expect(server.fetch({ ...one, secret: Buffer.alloc(32).toString('base64') }), 'another secret').toBe(
				false,
			)

			// The next key replaces it: both open the zone for two weeks.
			const two = await desk.make()
			await compare(desk, await id(two), { replaces: true })
			await pulled()
			expect([server.fetch(one), server.fetch(two)]).toEqual([true, true])
			pass(15)
			await pulled()
			expect([server.fetch(one), server.fetch(two)]).toEqual([false, true])

			await desk.set({ state: 'suspended' })
			await pulled()
			expect(server.fetch(two), 'suspended').toBe(false)
			await desk.set({ state: 'active' })
			await pulled()
			expect(server.fetch(two)).toBe(true)

			const revoking = { partner: desk.id, why: 'stolen', since: undefined, by: brings } as const
			await revokeKey(desk.directory, { ...revoking, key: await id(two) })
			await pulled()
			expect([server.fetch(one), server.fetch(two)]).toEqual([false, false])
			expect(server.keys()).toContain('acl "thiqa-amber" { none; };')
		})

		test('who is not the primary gets no key, and the keys that it had stay', async () => {
			const desk = await openDesk()
			const server = await startPrimary(named, desk)
			const key = await desk.make()
			await compare(desk, (await desk.key(key.name)).id)
			await server.pull()
			expect(server.fetch(key)).toBe(true)
			for (const secret of ['', 'wrong', primary.slice(0, -1)]) {
				const { status, output } = await server.pull(secret)
				expect([status, output]).toEqual([1, expect.stringContaining('keys stay as they are')])
				expect(server.fetch(key), 'a failure opens and closes nothing').toBe(true)
			}
		})
	},
	{ 'tsig-keygen': 'bind9', rndc: 'bind9', nsupdate: 'bind9-dnsutils', dig: 'bind9-dnsutils' },
)
