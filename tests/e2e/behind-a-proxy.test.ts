/** The whole product behind the shipped files, at its public address: pages come through whole, reports arrive, nobody writes them down. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Browser } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findChromium } from '../../scripts/find-chromium.ts'
import { phone } from '../support/browser.ts'
import { findFreePort } from '../support/free-port.ts'
import { openProxy } from '../support/opened-proxy.ts'
import { startProduct } from '../support/product.ts'
import { describeProgram, openStage } from '../support/programs.ts'
import { fillReport, readDigits, sendReport, waitForSteps } from '../support/report-form.ts'
import { publicName, type PlacedProxy } from '../support/shipped-proxies.ts'
import { visit, visitByHttp2 } from '../support/visitor.ts'
import { makeFilledFolder } from '../support/ready-made.ts'

const stage = openStage()

/** A browser for which the public name leads to the proxy. */
const openBrowser = async ({ port }: PlacedProxy): Promise<Browser> => {
	const browser = await chromium.launch({
		executablePath: findChromium(),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--disable-background-networking',
			`--host-resolver-rules=MAP ${publicName}:443 127.0.0.1:${port}`,
		],
	})
	onTestFinished(() => browser.close())
	return browser
}

/** Sends a report as a child does; a page without script may not come back at once. Answer: the digits of the receipt. */
const report = async (browser: Browser, javaScriptEnabled: boolean): Promise<string> => {
	const context = await browser.newContext({
		...phone,
		javaScriptEnabled,
		ignoreHTTPSErrors: true,
		baseURL: `https://${publicName}`,
	})
	const page = await context.newPage()
	await page.goto('/ar/report')
	if (javaScriptEnabled) await waitForSteps(page)
	await fillReport(page)
	await wait(javaScriptEnabled ? 0 : 10_500)
	await sendReport(page, javaScriptEnabled)
	const digits = await readDigits(page)
	await context.close()
	return digits
}

/** Headers that a proxy makes itself, or that belong to one connection. */
const own = [
	'connection',
	'content-length',
	'date',
	'keep-alive',
	'server',
	'alt-svc',
	'strict-transport-security',
	'transfer-encoding',
]
const without = (headers: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(Object.entries(headers).filter(([name]) => !own.includes(name) && !name.startsWith(':')))

const readFiles = (folder: string): string =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
		.join('\n')

/** Pages and files made at build: the same bytes each time. */
const built = ['/ar', '/ar/teens/bullying', '/contacts.json', '/icon.svg']
const onDemand = [
	'/',
	'/fr/help',
	'/fr/report',
	'/fr/mailbox',
	'/fr/no-such-page',
	'/record/checkpoint',
	'/intake/epoch',
	'/desk',
	'/desk/',
	'/desk/sign-in',
]

/** Where a person ends who types this address, and how often they were sent on. */
const follow = async (proxy: PlacedProxy, address: string, times = 0): Promise<[number, string, number]> => {
	const { status, headers } = await visit(proxy, address)
	const [place] = [headers['location']].flat()
	if (place === undefined || times > 5) return [status, address, times]
	const url = new URL(place, `https://${publicName}`)
	return follow(proxy, url.pathname + url.search, times + 1)
}

const start = async (program: string, name: 'nginx' | 'caddy') => {
	const port = await findFreePort()
	const product = startProduct({
		PORT: String(port),
		DATA_DIR: await makeFilledFolder(),
		ORIGIN: `https://${publicName}`,
	})
	await product.ready()
	return { product, proxy: await openProxy(stage, { program, name }, { upstream: port }) }
}

describe.each(['nginx', 'caddy'] as const)('behind %s', (name) => {
	describeProgram(
		name,
		name,
		(program) => {
			test('pages are those of the product, and reports arrive with script and without, unwritten', async () => {
				const { product, proxy } = await start(program, name)
				for (const address of [...built, ...onDemand])
					for (const encoding of ['br', 'gzip', 'identity']) {
						const headers = { 'accept-encoding': encoding }
						const direct = await fetch(product.origin + address, { headers, redirect: 'manual' })
						await direct.arrayBuffer()
						for (const ask of [visit, visitByHttp2]) {
							const { status, ...answer } = await ask(proxy, address, { headers })
							expect(status, address).toBe(direct.status)
							const names = Object.keys(without(answer.headers)).sort()
							expect(names, address).toEqual(Object.keys(without(Object.fromEntries(direct.headers))).sort())
							for (const kept of ['content-type', 'content-encoding', 'cache-control', 'location'])
								expect(answer.headers[kept], kept).toBe(direct.headers.get(kept) ?? undefined)
							if (built.includes(address))
								expect(answer.headers['etag']).toBe(direct.headers.get('etag') ?? undefined)
						}
					}
				for (const address of ['/desk', '/desk/'])
					expect((await follow(proxy, address)).slice(0, 2), address).toEqual([
						200,
						'/desk/sign-in?to=%2Fdesk',
					])
				expect((await fetch(`${product.origin}/health`)).status).toBe(200)
				const hidden = await visit(proxy, '/health')
				expect([hidden.status, hidden.body.toString().includes('tel:')]).toEqual([404, true])
				const browser = await openBrowser(proxy)
				const receipts = await Promise.all([report(browser, true), report(browser, false)])
				for (const receipt of receipts) expect(receipt).toMatch(/^(?:\d{4} ){6}\d\d$/u)
				await proxy.stop()
				const { said } = await product.end('SIGTERM')
				expect(readFiles(proxy.folder) + proxy.getOutput() + said).not.toMatch(/CANARY|canary\.account/u)
			})
		},
		{ openssl: 'openssl' },
	)
})
