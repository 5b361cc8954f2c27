/** Each part of the product alone in a process: what is left out is not there, also where it was built in advance. */
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { asVisitor } from '../support/browser.ts'
import { makeFolder } from '../support/child.ts'
import { findFreePort } from '../support/free-port.ts'
import { startProduct, type Product } from '../support/product.ts'
import { canStartPostgres, makePostgres } from '../support/postgres-server.ts'
import { makeFilledFolder } from '../support/ready-made.ts'
import { sendViral } from '../support/viral-reports.ts'

const start = async (roles: string, dataDir?: string): Promise<Product> => {
	const product = startProduct({
		PORT: String(await findFreePort()),
		DATA_DIR: dataDir ?? (await makeFilledFolder()),
		THIQA_ROLES: roles,
	})
	await product.ready()
	return product
}

const addresses = {
	site: [
		'/fr',
		'/fr/help',
		'/fr/help/threatened/teen/now',
		'/fr/search?q=photo',
		'/fr/search.json?q=photo',
		'/%66r/help',
		'/contacts.json',
		'/sitemap.xml',
		'/fr/privacy',
	],
	intake: ['/fr/report', '/ar/mailbox', '/intake/epoch'],
	desk: ['/desk/sign-in'],
	record: ['/record/checkpoint'],
	exchange: ['/coop/v1/keys'],
	always: [
		'/health',
		'/health/live',
		'/health/ready',
		'/robots.txt',
		'/.well-known/security.txt',
		'/icon.svg',
	],
} as const
type Part = keyof typeof addresses

/** It answers the addresses of these parts, and 404 for the rest. The first checkpoint is signed beside the start, not in it. */
const expectParts = async ({ origin }: Product, parts: readonly Part[]): Promise<void> => {
	const isHere = async (address: string): Promise<boolean> => {
		const { status } = await fetch(`${origin}${address}`, { redirect: 'manual' })
		return status !== 404
	}
	if (parts.includes('record')) await expect.poll(() => isHere('/record/checkpoint')).toBe(true)
	const asked = Object.entries(addresses).flatMap(([part, paths]) =>
		paths.map((path) => [path, parts.includes(part as Part)] as const),
	)
	const answered = await Promise.all(
		asked.map(async ([address, expected]) => ({ address, expected, found: await isHere(address) })),
	)
	expect(answered.filter(({ expected, found }) => expected !== found)).toEqual([])
}

test.each<[string, readonly Part[]]>([
	['desk', ['desk', 'record', 'always']],
	['site,intake,desk,exchange', ['site', 'intake', 'desk', 'record', 'exchange', 'always']],
])('a process with the roles %s answers those, and 404 for the rest', async (roles, parts) => {
	await expectParts(await start(roles), parts)
})

test('a process with the role intake answers that and 404 for the rest, and the report works in it', async () => {
	const product = await start('intake')
	await expectParts(product, ['intake', 'record', 'always'])
	const { origin } = product
	await asVisitor(async (page) => {
		const missing: string[] = []
		page.on('response', (response) => {
			if (response.status() >= 400) missing.push(response.url())
		})
		for (const place of ['report', 'mailbox']) {
			await page.goto(`${origin}/ar/${place}`, { waitUntil: 'networkidle' })
			expect(await page.evaluate(() => document.fonts.size), place).toBeGreaterThan(0)
		}
		await page.goto(`${origin}/ar/report`)
		await page.locator('form.live').waitFor()
		expect(missing).toEqual([])
	})
})

/** Every search index is there before the first request. */
const expectSearch = async ({ origin }: Product): Promise<void> => {
	const answers = ['ar', 'fr', 'zgh', 'zgh-latn', 'en'].map((locale) =>
		fetch(`${origin}/${locale}/search.json?q=photo`),
	)
	for (const answer of await Promise.all(answers)) expect(answer.status).toBe(200)
}
const expectSearchFirst = (said: string): void => {
	const [prepared, ready] = ['"event":"search.ready","count":4', '"event":"server.ready"'].map((event) =>
		said.indexOf(event),
	)
	expect(prepared).toBeGreaterThan(0)
	expect(ready).toBeGreaterThan(prepared ?? 0)
}

test('a website alone answers as such, searches from its first request on, and is restored from the repository: a process with an empty folder serves the same', async () => {
	const first = await start('site')
	await expectSearch(first)
	await expectParts(first, ['site', 'always'])
	const read = ({ origin }: Product): Promise<string[]> =>
		Promise.all(
			addresses.site.map(async (address) => {
				// Each on a line of its own: the server of one that has been stopped is gone.
				const answer = await fetch(`${origin}${address}`, { headers: { connection: 'close' } })
				expect(answer.status, address).toBe(200)
				// The public address of a process without one is where it listens.
				return (await answer.text()).replaceAll(origin, '')
			}),
		)
	const served = await read(first)
	expectSearchFirst((await first.end('SIGTERM')).said)
	const again = await read(await start('site', join(makeFolder(), 'data')))
	for (const [at, address] of addresses.site.entries()) expect(again[at], address).toBe(served[at])
})

test.skipIf(!canStartPostgres)(
	'a report that one process takes is a case in another, where nobody looks and the schedule has no turn',
	async () => {
		const server = await makePostgres()
		onTestFinished(server.remove)
		const env = { DATABASE_URL: server.url, DATA_DIR: join(makeFolder(), 'data') }
		const ask = async (query: string): Promise<string> =>
			(await server.run('psql', [server.url, '-At', '-c', query])).trim()
		const startAs = async (roles: string): Promise<Product> => {
			const product = startProduct({ ...env, PORT: String(await findFreePort()), THIQA_ROLES: roles })
			await product.ready()
			return product
		}
		const intake = await startAs('intake')
		await ask(
			"insert into upkeep_turn values ('desk', 'b5c1a7f0-0000-4000-8000-000000000000', now() + interval '1 day')",
		)
		await startAs('desk')
		await expect
			.poll(() => ask("select count(*) from pg_stat_activity where query like 'listen %'"))
			.toBe('1')
		expect((await sendViral(intake.origin, 3)).statuses).toEqual([201, 201, 201])
		await expect.poll(() => ask('select count(*) from desk_case')).toBe('3')
	},
)
