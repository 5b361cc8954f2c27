import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DnsFilter } from '../../src/lib/tools/dns-filter/index.ts'
import { toChromeLinuxFiles } from '../../src/lib/tools/dns-filter/browser-policy/index.ts'
import { makeCertificates } from '../support/certificates.ts'
import { makeTestFilter } from '../support/filters.ts'
import { canMount, cannotMount, writeMountedProgram } from '../support/mounted.ts'
import { describeProgram, openStage, run } from '../support/programs.ts'
import { proveTarget } from '../support/proofs.ts'

type Row = { name: string; value: string; source: string; messages: string }

/** What `chrome://policy` shows: the rows stand in shadow roots. Runs in the page. */
const readRows = (): Row[] => {
	const rows: Row[] = []
	const walk = (root: Document | ShadowRoot): void => {
		for (const element of root.querySelectorAll('*')) {
			const inner = element.shadowRoot
			if (!inner) continue
			if (element.tagName === 'POLICY-ROW') {
				const get = (part: string) => inner.querySelector(`.policy.row .${part}`)?.textContent.trim() ?? ''
				rows.push({
					name: get('name'),
					value: get('value'),
					source: get('source'),
					messages: get('messages'),
				})
			}
			walk(inner)
		}
	}
	walk(document)
	return rows.filter(({ source }) => source !== '')
}

describeProgram('chromium', 'chromium', (path) => {
	const stage = openStage()
	const browsers: Browser[] = []
	afterAll(async () => {
		for (const browser of browsers) await browser.close()
	})

	/** Starts Chromium on a machine whose only policy is this file. */
	const start = async (text: string, args: readonly string[] = []): Promise<Browser> => {
		const folder = stage.makeFolder()
		const machine = join(folder, 'machine')
		mkdirSync(join(machine, 'policies', 'managed'), { recursive: true })
		writeFileSync(join(machine, 'policies', 'managed', 'thiqa-chrome.json'), text)
		const browser = await chromium.launch({
			executablePath: writeMountedProgram(folder, machine, '/etc/chromium', path),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-background-networking',
				'--disable-component-update',
				'--no-first-run',
				...args,
			],
		})
		browsers.push(browser)
		return browser
	}

	const readPolicies = async (browser: Browser): Promise<Row[]> => {
		const page = await browser.newPage()
		await page.goto('chrome://policy')
		await expect.poll(async () => (await page.evaluate(readRows)).length).toBeGreaterThan(0)
		return page.evaluate(readRows)
	}

	const getText = (filter: DnsFilter): string => toChromeLinuxFiles(filter)[0]?.text ?? ''

	if (!canMount()) return test('cannot be tried here', ({ skip }) => skip(cannotMount))

	test('says so when a policy is unknown or of the wrong kind', async () => {
		const broken = { NoSuchPolicy: true, ForceYouTubeRestrict: 'strict', ForceGoogleSafeSearch: true }
		const rows = await readPolicies(await start(JSON.stringify(broken)))
		expect(Object.fromEntries(rows.map(({ name, messages }) => [name, messages]))).toEqual({
			NoSuchPolicy: 'Error',
			ForceYouTubeRestrict: 'Error',
			ForceGoogleSafeSearch: 'OK',
		})
	})

	describe('with the file as it stands', () => {
		const text = getText(makeTestFilter('strict'))
		let browser: Browser
		const seen: { host: string; path: string; restrict: string }[] = []
		beforeAll(async () => {
			const folder = stage.makeFolder()
			makeCertificates(folder, ['www.google.com', 'www.youtube.com'])
			const [key, cert] = ['server.key', 'server.crt'].map((name) => readFileSync(join(folder, name)))
			const server = createServer({ key, cert }, (request, response) => {
				const { host = '' } = request.headers
				seen.push({ host, path: request.url ?? '', restrict: String(request.headers['youtube-restrict']) })
				response.end('<!doctype html><title>here</title>')
			})
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
			stage.atEnd(() => void server.close())
			const { port } = server.address() as AddressInfo
			browser = await start(text, [
				'--ignore-certificate-errors',
				`--host-resolver-rules=MAP *:443 127.0.0.1:${port}, MAP * 127.0.0.1:1`,
			])
		})

		test('knows every policy in it and takes each value as it is written', async () => {
			const rows = await readPolicies(browser)
			const wanted = JSON.parse(text) as Record<string, unknown>
			expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(wanted).sort())
			for (const { name, value, messages } of rows) {
				expect(messages, name).toBe('OK')
				const written = wanted[name]
				const shown = typeof written === 'string' ? written : JSON.stringify(written)
				// The page cuts a long value and ends it with an ellipsis.
				const [begin = '', ...cut] = value.replace(/\s/gu, '').split('…')
				expect(shown.startsWith(begin) && (cut.length > 0 || shown === begin), `${name}: ${value}`).toBe(true)
			}
		})

		test('asks Google for safe search only', async () => {
			const page = await browser.newPage()
			await page.goto('https://www.google.com/search?q=sfa7at')
			const asked = seen.find(({ path: at }) => at.startsWith('/search'))
			expect(asked?.path).toMatch(/[?&]safe=active(&|$)/)
		})

		test('tells YouTube to be strict', async () => {
			const page = await browser.newPage()
			await page.goto('https://www.youtube.com/')
			expect(seen.find(({ host }) => host.startsWith('www.youtube.com'))?.restrict).toBe('Strict')
		})

		test('refuses blocked names and the engines that it cannot keep safe, and lets others through', async () => {
			const visit = async (host: string) => {
				const page = await browser.newPage()
				const answer = await page.goto(`https://${host}/`).catch(String)
				await page.close()
				return typeof answer === 'string' ? /ERR_\w+/u.exec(answer)?.[0] : answer?.status()
			}
			for (const host of ['casino.example.ma', 'www.casino.example.ma', 'www.bing.com', 'dns.google'])
				expect(await visit(host), host).toBe('ERR_BLOCKED_BY_ADMINISTRATOR')
			for (const host of ['school.example.ma', 'ok.bad.example.ma']) expect(await visit(host), host).toBe(200)
		})

		test('opens no private window', async () => {
			const rows = await readPolicies(browser)
			expect(rows.find(({ name }) => name === 'IncognitoModeAvailability')?.value).toBe('1')
		})
	})

	proveTarget({
		target: 'chrome-linux',
		program: 'chromium',
		getVersion: () => /Chromium (\S+)/u.exec(run(path, ['--version']).output)?.[1] ?? '',
		kind: 'ran',
	})
})
