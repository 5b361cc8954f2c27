/** A copy of the site, made of the real build and served by a plain server of files, as a town hall would. */
import { spawn, spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { getPublicKeyAsync } from '@noble/ed25519'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { makeMirror } from '../../src/lib/domains/programme/mirrors/server/make-mirror.ts'
import {
	findUnsigned,
	readFolder,
	readServer,
	verifyMirror,
} from '../../src/lib/domains/programme/mirrors/server/verify-mirror.ts'
import { asVisitor } from '../support/browser.ts'
import { findFreePort } from '../support/free-port.ts'
import { listenHere } from '../support/loopback.ts'
import { findProgram } from '../support/running.ts'

const secretKey = new Uint8Array(32).fill(5)
const day = '2026-11-29'
const folder = mkdtempSync(join(tmpdir(), 'thiqa-copy-'))
const to = join(folder, 'copy')

beforeAll(async () => {
	await makeMirror({ build: 'build', to, home: inject('origin'), day, secretKey, languages: ['ar', 'fr'] })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css',
	'.js': 'text/javascript',
	'.svg': 'image/svg+xml',
}

/** A server that knows files and nothing else: the index of a folder, a redirection to it, 404. */
const startPlainServer = async (): Promise<string> => {
	const server = createServer((request, response) => {
		const path = decodeURI(new URL(request.url ?? '/', 'http://x').pathname)
		const at = join(to, path)
		const found = statSync(at, { throwIfNoEntry: false })
		if (found?.isDirectory() === true && !path.endsWith('/'))
			return response.writeHead(301, { location: `${path}/` }).end()
		const file = found?.isDirectory() === true ? join(at, 'index.html') : at
		if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return response.writeHead(404).end()
		response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
		return createReadStream(file).pipe(response)
	})
	return `http://localhost:${await listenHere(server)}`
}

/** Walks pages from one to the next, in the order in which they are found; addresses that were asked for and did not lie in the copy. */
const walk = async (
	page: Page,
	from: string,
	most: number,
): Promise<{ seen: string[]; strange: string[] }> => {
	const strange: string[] = []
	page.on('request', (request) => {
		if (!request.url().startsWith(from) && !request.url().startsWith('data:')) strange.push(request.url())
	})
	page.on('response', (answer) => {
		if (answer.status() >= 400) strange.push(`${answer.status()} ${answer.url()}`)
	})
	const seen = new Set<string>()
	const queue = [`${from}/`, `${from}/fr/`, `${from}/ar/`]
	for (let next = queue.shift(); next !== undefined && seen.size < most; next = queue.shift()) {
		if (seen.has(next)) continue
		seen.add(next)
		await page.goto(next)
		expect(await page.locator('#mirror').isVisible(), next).toBe(true)
		const links = await page
			.locator('a[href]')
			.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href.replace(/#.*$/u, '')))
		// Some of each page, so that the walk goes far and not only wide.
		const inside = links.filter((link) => link.startsWith(`${from}/`) && link.endsWith('/'))
		queue.push(...inside.filter((_, at) => at % 7 === seen.size % 7))
	}
	return { seen: [...seen], strange }
}

test('without script a reader walks the copy and no request leaves it', async () => {
	const from = await startPlainServer()
	await asVisitor(
		async (page) => {
			const { seen, strange } = await walk(page, from, 40)
			expect(strange).toEqual([])
			expect(seen).toHaveLength(40)
		},
		{ javaScriptEnabled: false },
	)
})

test('report, mailbox, search and what is filled in lead home', async () => {
	const [from, home] = [await startPlainServer(), inject('origin')]
	await asVisitor(
		async (page) => {
			await page.goto(`${from}/fr/help/`)
			expect(await page.locator('a[href$="/fr/report"]').first().getAttribute('href')).toBe(
				`${home}/fr/report`,
			)
			expect(await page.locator('a[href$="/fr/mailbox"]').first().getAttribute('href')).toBe(
				`${home}/fr/mailbox`,
			)
			const next = page.waitForRequest((request) => request.url().startsWith(home))
			await page.locator('input[name=q]').first().fill('menace')
			await page.locator('input[name=q]').first().press('Enter')
			expect((await next).url()).toBe(`${home}/fr/search?q=menace`)
			expect((await next).headers()['referer']).toBeUndefined()
		},
		{ javaScriptEnabled: false },
	)
})

test.each([
	['of that day says nothing more', '2026-11-29T12:00:00Z', 0],
	['of thirty days', '2026-12-29T00:00:00Z', 0],
	['of more than thirty days warns', '2026-12-29T00:00:01Z', 1],
])('a copy %s', async (_, now, warnings) => {
	const from = await startPlainServer()
	for (const path of ['/', '/ar/', '/fr/help/'])
		await asVisitor(async (page) => {
			await page.clock.setFixedTime(new Date(now))
			const asked: string[] = []
			page.on('request', (request) => asked.push(request.url()))
			await page.goto(from + path)
			await page.waitForLoadState()
			expect(await page.locator('#mirror [role=alert]').count(), path).toBe(warnings)
			expect(asked.filter((url) => !url.startsWith(from) && !url.startsWith('data:'))).toEqual([])
			expect(asked.filter((url) => url.endsWith('.js'))).toEqual([`${from}/mirror.js`])
		})
})

test('a flipped byte is found in the folder and by what the server sends', async () => {
	const [from, key] = [await startPlainServer(), await getPublicKeyAsync(secretKey)]
	expect(await verifyMirror(readServer(from), key)).toMatchObject({ ok: true, value: { day } })
	expect(findUnsigned(to)).toEqual([])
	const file = join(to, 'fr/help/index.html')
	const whole = readFileSync(file)
	const at = whole.indexOf('tel:19')
	writeFileSync(file, Buffer.concat([whole.subarray(0, at + 5), Buffer.from('8'), whole.subarray(at + 6)]))
	for (const read of [readServer(from), readFolder(to)])
		expect(await verifyMirror(read, key)).toMatchObject({
			ok: false,
			issues: [{ message: 'fr/help/index.html was changed' }],
		})
	writeFileSync(file, whole)
})

const python = findProgram('python3') ?? ''
test.skipIf(python === '')('the server that Python brings sends a copy as it is', async () => {
	const port = await findFreePort()
	const args = ['-m', 'http.server', '--bind', '127.0.0.1', '--directory', to, String(port)]
	const server = spawn(python, args, { stdio: ['ignore', 'ignore', 'pipe'] })
	try {
		const from = `http://127.0.0.1:${port}`
		await expect
			.poll(() =>
				fetch(from).then(
					({ status }) => status,
					() => 0,
				),
			)
			.toBe(200)
		await asVisitor(
			async (page) => {
				const { strange } = await walk(page, from, 10)
				expect(strange).toEqual([])
			},
			{ javaScriptEnabled: false },
		)
	} finally {
		server.kill()
	}
})

const sha256sum = findProgram('sha256sum') ?? ''
test.skipIf(sha256sum === '')('without this software: sha256sum checks every file', () => {
	const check = spawnSync(sha256sum, ['--quiet', '-c', 'SHA256SUMS'], { cwd: to, encoding: 'utf8' })
	expect(check.stdout + check.stderr).toBe('')
	expect(check.status).toBe(0)
})
