import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { toIntegrity } from '../../src/lib/tools/seal/code-manifest/index.ts'
import { shellPath } from '../desk-client/bundle.ts'
import { findForeignCode, type Ask } from './foreign-code.ts'

const code = 'export const seal = 1\n'
const digest = createHash('sha256').update(code).digest('hex')
const manifest = new Map([['/_app/report.js', digest]])
const own = `<script type="module" src="/_app/report.js" integrity="${toIntegrity(digest)}"></script>`
const policy = "default-src 'none'; script-src 'self'; frame-ancestors 'none'"

type Site = { head?: string; body?: string; policy?: string; code?: string; status?: number }

/** A server that sends one page and one file; each test changes one thing of it. */
const askAt =
	(site: Site): Ask =>
	(address) =>
		Promise.resolve(
			address === '/fr/report'
				? {
						status: site.status ?? 200,
						body: Buffer.from(
							`<!doctype html><html><head>${site.head ?? own}</head><body>${site.body ?? '<p>x</p>'}</body></html>`,
						),
						policy: site.policy ?? policy,
					}
				: { status: 200, body: Buffer.from(site.code ?? code), policy: '' },
		)

const look = async (site: Site): Promise<string[]> =>
	(await findForeignCode(askAt(site), manifest, ['/fr/report'])).foreign

test('the code that was published, and data beside it, are not foreign', async () => {
	expect(await look({})).toEqual([])
	expect(await look({ body: '<script type="application/ld+json">{"a":1}</script>' })).toEqual([])
	const inPage = policy.replace("'self'", `'self' '${toIntegrity(digest)}'`)
	expect(await look({ policy: inPage, body: `<script>${code}</script>` })).toEqual([])
	expect(
		await look({ policy: '', head: `<meta http-equiv="content-security-policy" content="${policy}">${own}` }),
	).toEqual([])
})

test("the page of the desk's own client is asked of nobody, and counts as no file", async () => {
	const asked: string[] = []
	const ask: Ask = (address) => {
		asked.push(address)
		return askAt({})(address)
	}
	const listed = new Map([...manifest, [shellPath, 'a'.repeat(64)]])
	expect(await findForeignCode(ask, listed, ['/fr/report'])).toEqual({ pages: 1, files: 1, foreign: [] })
	expect(asked).toEqual(['/fr/report', '/_app/report.js'])
})

test.each<[string, Site, RegExp]>([
	['one byte of a file', { code: `${code} ` }, /report\.js: other bytes/u],
	[
		'a script of another server',
		{ head: `${own}<script src="https://evil.example/x.js"></script>` },
		/not published: https:\/\/evil/u,
	],
	['a script in the page', { body: '<script>send()</script>' }, /a script in the page: send/u],
	[
		'a script without its digest',
		{ head: '<script type="module" src="/_app/report.js"></script>' },
		/does not name/u,
	],
	['a script with another digest', { head: own.replace('sha256-', 'sha256-A') }, /does not name/u],
	[
		'a module loaded ahead',
		{ head: `${own}<link rel="modulepreload" href="/_app/other.js">` },
		/module that was not published/u,
	],
	['code in an attribute', { body: '<img src="x" onerror="send()">' }, /attribute: onerror/u],
	['a frame', { body: '<iframe src="/other"></iframe>' }, /a frame/u],
	[
		'a policy that lets more in',
		{ policy: policy.replace("'self'", "'self' https://evil.example") },
		/allows scripts from 'self' https/u,
	],
	[
		'a policy that lets a script in the page that is not on the list',
		{ policy: policy.replace("'self'", `'self' 'sha256-${'A'.repeat(43)}='`) },
		/allows scripts from 'self' 'sha256/u,
	],
	['no policy', { policy: '' }, /allows scripts from anywhere/u],
	['a page that is not there', { status: 404 }, /answered with 404/u],
])('%s is found', async (_, site, said) => {
	const foreign = await look(site)
	expect(foreign).toHaveLength(1)
	expect(foreign[0]).toMatch(said)
})
