/** The report over an onion address. Tor is stood in for by a SOCKS port of this machine; what a Tor Browser trusts, Chromium is told to trust. */
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAskedProduct, type AskedProduct } from '../../support/asked-product.ts'
import { asVisitorOverProxy, phone, type asVisitor } from '../../support/browser.ts'
import {
	fileWithoutScript,
	fillReport,
	readDigits,
	sendReport,
	waitForSteps,
} from '../../support/report-form.ts'
import { startSocks } from '../../support/socks.ts'

const host = `${'thiqa2'.repeat(9)}aa.onion`
const onion = `http://${host}`
const clear = 'https://thiqa.example'
const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-onion-'))
let product: AskedProduct
let socks: Awaited<ReturnType<typeof startSocks>>

beforeAll(async () => {
	product = await startAskedProduct(dataDir, { ORIGIN: clear, ONION: onion })
	socks = await startSocks(host, Number(new URL(product.origin).port))
})
afterAll(async () => {
	socks.close()
	await product.stop('SIGKILL')
	rmSync(dataDir, { recursive: true, force: true })
})

const countStored = async (): Promise<number> => Number((await product.digest())['report']?.split(' ')[0])

type Asked = { at: string; method?: string; headers?: Record<string, string>; body?: string }

/** Asks the product as its proxy or Tor does, with the name that the visitor asked for. */
const ask = async (path: string, { at, method = 'GET', headers = {}, body = '' }: Asked) => {
	const asking = request(product.origin + path, {
		method,
		headers: { host: at, accept: 'text/html', ...headers },
	})
	asking.end(body)
	const answer = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
		asking.on('response', resolve).on('error', reject)
	})
	return { status: answer.statusCode, headers: answer.headers, page: await text(answer) }
}

const asked: string[] = []

/** As a visitor with Tor Browser; what the page asks for is written down. */
const overTor: typeof asVisitor = (use, options) =>
	asVisitorOverProxy(
		{ port: socks.port, trusted: onion },
		(page) => {
			page.on('request', (one) => asked.push(new URL(one.url()).origin))
			return use(page)
		},
		options,
	)

const fileSealed = (): Promise<string> =>
	overTor(
		async (page) => {
			await page.goto('/ar/report')
			await waitForSteps(page)
			await fillReport(page)
			await sendReport(page, true)
			return readDigits(page)
		},
		{ ...phone, baseURL: onion },
	)

test.each([
	['without script', () => fileWithoutScript(onion, async () => {}, overTor)],
	['sealed in the browser', fileSealed],
])('a report is filed over the onion address, %s, and nothing is asked of another', async (_, file) => {
	const before = await countStored()
	asked.length = 0
	expect(await file()).toMatch(/^(?:\d{4} ){6}\d\d$/u)
	expect(await countStored()).toBe(before + 1)
	expect(asked.length).toBeGreaterThan(0)
	expect([...new Set(asked)].filter((origin) => origin !== onion && origin !== 'null')).toEqual([])
	expect(socks.asked).toContain(host)
})

test.each([
	['/ar/report', '/ar/report'],
	['/fr/search?q=secret', '/fr/search'],
	['/zgh-latn/teens', '/zgh-latn/teens'],
	['/health', undefined],
	['/icon.svg', undefined],
	['/desk/sign-in', undefined],
])('%s tells a browser that knows Tor of %s there', async (path, told) => {
	const answer = await ask(path, { at: 'thiqa.example' })
	expect(answer.headers['onion-location']).toBe(told === undefined ? undefined : onion + told)
	expect((await ask(path, { at: host })).headers['onion-location']).toBeUndefined()
})

test('the desk is not there, and a form of one address is not taken at the other', async () => {
	expect((await ask('/desk/sign-in', { at: 'thiqa.example' })).status).toBe(200)
	expect((await ask('/desk/sign-in', { at: host })).status).toBe(404)
	const { page } = await ask('/fr/report', { at: host })
	const token = /name="token" value="([\w-]+)"/u.exec(page)?.[1] ?? ''
	const body = String(
		new URLSearchParams({ token, danger: 'now', who: 'teen', what: 'bullying', words: 'mots' }),
	)
	const send = (at: string, origin: string) =>
		ask('/fr/report', {
			at,
			method: 'POST',
			body,
			headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
		})
	expect((await send(host, clear)).status).toBe(403)
	expect((await send('thiqa.example', onion)).status).toBe(403)
	expect((await send(host, `http://${'b'.repeat(56)}.onion`)).status).toBe(403)
	expect((await send(host, onion)).status).toBe(200)
})
