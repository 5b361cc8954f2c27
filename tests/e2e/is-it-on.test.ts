/** "Is it really on?" in a real browser whose names are resolved by a real name server at home, with our file or without. */
import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../../scripts/find-chromium.ts'
import type { DnsFilter } from '../../src/lib/tools/dns-filter/index.ts'
import { targets } from '../../src/lib/domains/protect/index.ts'
import { toChromeLinuxFiles } from '../../src/lib/tools/dns-filter/browser-policy/index.ts'
import { canaryDomain, places, startCanaryWorld, type CanaryWorld } from '../support/canary-world.ts'
import { shortLived } from '../support/child.ts'
import { makeTestFilter } from '../support/filters.ts'
import { findFreePort } from '../support/free-port.ts'
import { canMount, writeMountedProgram } from '../support/mounted.ts'
import { startNameServer } from '../support/name-servers.ts'
import { ask, describeProgram, isResolving, openStage } from '../support/programs.ts'
import { fillDataFolder } from '../support/ready-made.ts'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const stage = openStage()
const full = () => makeTestFilter('strict')
const none = (): DnsFilter => ({
	...full(),
	rewrites: [],
	addresses: {},
	blocked: [],
	allowed: [],
	empty: [],
	lists: [],
})

let origin = ''
let world: CanaryWorld
let tlsPort = 0

/** What an operator puts before the helper: TLS on either address. */
const startTls = async (folder: string, address: string, port: number): Promise<number> => {
	const [key, cert] = ['server.key', 'server.crt'].map((name) => readFileSync(join(folder, name)))
	const server = createServer({ key, cert }, ({ url, method, headers }, response) => {
		const onward = { host: address, port: world.webPort, path: url, method, headers }
		const asked = request(onward, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers)
			answer.pipe(response)
		})
		asked.on('error', () => response.destroy()).end()
	})
	await new Promise<void>((resolve) => server.listen(port, address, resolve))
	stage.atEnd(() => {
		server.closeAllConnections()
		server.close()
	})
	return (server.address() as AddressInfo).port
}

/** The product as an operator starts it; its address. */
const startProduct = async (settings: Record<string, string>, wanted?: number): Promise<string> => {
	const port = wanted ?? (await findFreePort())
	const address = `http://127.0.0.1:${port}`
	const dataDir = stage.makeFolder()
	await fillDataFolder(dataDir)
	await stage.startProgram(process.execPath, [...shortLived, 'src/serve.ts'], {
		env: {
			...process.env,
			PORT: String(port),
			HOST: '127.0.0.1',
			ORIGIN: '',
			DATA_DIR: dataDir,
			NODE_ENV: 'production',
			...settings,
		},
		isReady: () =>
			fetch(`${address}/health`).then(
				(answer) => answer.ok,
				() => false,
			),
	})
	return address
}

beforeAll(async () => {
	const port = await findFreePort()
	origin = `http://127.0.0.1:${port}`
	const folder = stage.makeFolder()
	world = await startCanaryWorld(folder, origin)
	stage.atEnd(world.close)
	tlsPort = await startTls(folder, places.plain, 0)
	await startTls(folder, places.safe, tlsPort)
	origin = await startProduct({ CANARY_DOMAIN: canaryDomain }, port)
})

const labels = ['open', 'blocked', 'search', 'search-safe', 'doh', 'any.r']

/** A browser that resolves canary names as the name server on `dnsPort` answers them. */
const startBrowser = async (dnsPort: number, executablePath = findChromium()): Promise<Browser> => {
	const rules = await Promise.all(
		labels.map(async (label) => {
			const { addresses } = await ask(dnsPort, `${label}.${canaryDomain}`).catch(() => ({ addresses: [] }))
			const host = `${label === 'any.r' ? '*.r' : label}.${canaryDomain}`
			return `MAP ${host} ${addresses[0] === undefined ? '~NOTFOUND' : `${addresses[0]}:${tlsPort}`}`
		}),
	)
	const browser = await chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-background-networking',
			'--ignore-certificate-errors',
			`--host-resolver-rules=${rules.join(', ')}`,
		],
	})
	stage.atEnd(() => browser.close())
	return browser
}

const press = async (page: Page): Promise<string[]> => {
	await page.locator('[data-start]').click()
	await page.locator('[data-answers], [data-finding^="all."]').filter({ visible: true }).first().waitFor()
	return page.locator('[data-answer], [data-finding^="all."]').filter({ visible: true }).allInnerTexts()
}

/** Opens the page, presses, and reads what it says; fails if the page asks for anything else or is stopped. */
const checkIn = async (browser: Browser, locale: string, chosen = 'dnsmasq'): Promise<string[]> => {
	const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
	const problems: string[] = []
	page.on('console', (message) => {
		if (/Content Security Policy/u.test(message.text())) problems.push(message.text())
	})
	const strangers: string[] = []
	page.on('request', (asked) => {
		const { host } = new URL(asked.url())
		if (host !== new URL(origin).host && !host.endsWith(`.${canaryDomain}`)) strangers.push(host)
	})
	await page.goto(`${origin}/${locale}/tools/is-it-on?with=${chosen}`)
	const said = await press(page)
	expect({ problems, strangers }).toEqual({ problems: [], strangers: [] })
	await page.evaluate(axe)
	const violations = await page.evaluate(() =>
		(globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
	)
	expect(violations.violations.map(({ id }) => id)).toEqual([])
	const kept = await page.evaluate(() => [document.cookie.length, localStorage.length, sessionStorage.length])
	expect(kept).toEqual([0, 0, 0])
	await page.close()
	return said
}

describeProgram('dnsmasq', 'dnsmasq-base', (path) => {
	const start = (filter: DnsFilter) =>
		startNameServer(stage, { name: 'dnsmasq', path }, world.behind(filter), {
			certificates: world.certificates,
			found: { [`search-safe.${canaryDomain}`]: places.safe },
			isReady: isResolving,
		})

	test('with our file the page says yes three times, in every language; without it, no', async () => {
		const [filtered, open] = [await start(full()), await start(none())]
		const home = await startBrowser(filtered.port)
		expect(await checkIn(home, 'fr')).toEqual(['Oui', 'Oui', 'Oui'])
		expect(await checkIn(home, 'ar')).toEqual(['نعم', 'نعم', 'نعم'])
		expect(await checkIn(home, 'zgh')).toEqual(['ⵢⴰⵀ', 'ⵢⴰⵀ', 'ⵢⴰⵀ'])
		const outside = await startBrowser(open.port)
		expect(await checkIn(outside, 'en')).toEqual(['No', 'No', 'No'])
		const cannotTell = Array<string>(3).fill('We cannot tell')
		expect(await checkIn(outside, 'en', 'other')).toEqual(cannotTell)
		expect(await checkIn(home, 'en', 'other')).toEqual(['Yes', 'Yes', 'Yes'])
	})

	test('when the test names do not answer it says that it cannot tell, and can be asked again', async () => {
		const { port } = await start({ ...none(), blocked: [canaryDomain] })
		const browser = await startBrowser(port)
		const page = await browser.newPage()
		await page.goto(`${origin}/en/tools/is-it-on?with=dnsmasq`)
		for (const button of ['Check now', 'Check again']) {
			await page.getByRole('button', { name: button }).click()
			const status = page.getByRole('status')
			await status.getByText('Our test names do not answer from here').waitFor()
			expect(await status.innerText()).not.toMatch(/\b(?:Yes|No|Probably)\b/u)
		}
	})
})

describe('the page', () => {
	test.each(targets.filter(({ verify }) => verify === 'by-hand').map(({ id }) => id))(
		'says of %s that it cannot tell, offers no check, and says what to look at',
		async (id) => {
			const text = await (await fetch(`${origin}/fr/tools/is-it-on?with=${id}`)).text()
			expect(text).toContain('Impossible à dire')
			expect(text).toContain('ne connaît pas nos noms d’essai')
			expect(text).not.toContain('data-start')
			expect(text).toContain(`/fr/tools/files/${id}"`)
		},
	)

	test('without canary names promises no check and offers none', async () => {
		const plain = await startProduct({})
		const first = await (await fetch(`${plain}/fr/tools/is-it-on`)).text()
		expect(first).toContain('Ce site n’a pas de vérification automatique')
		expect(first).not.toContain('elle le vérifie')
		const chosen = await (await fetch(`${plain}/fr/tools/is-it-on?with=dnsmasq`)).text()
		expect(chosen).toContain('Impossible à dire')
		expect(chosen).not.toContain('data-start')
	})

	/** Chromium on a machine whose policy is our own file, made with the canary domain. */
	const startWithPolicy = async (text: string): Promise<Browser> => {
		const folder = stage.makeFolder()
		const machine = join(folder, 'machine')
		mkdirSync(join(machine, 'policies', 'managed'), { recursive: true })
		writeFileSync(join(machine, 'policies', 'managed', 'thiqa-chrome.json'), text)
		return startBrowser(
			world.resolverPort,
			writeMountedProgram(folder, machine, '/etc/chromium', findChromium()),
		)
	}

	test.skipIf(!canMount())(
		'with our policy of Chromium says yes, though requests get through; without it, no',
		async () => {
			const [file] = toChromeLinuxFiles(full())
			const managed = await startWithPolicy(file?.text ?? '')
			expect(await checkIn(managed, 'fr', 'chrome-linux')).toEqual(['Oui', 'Impossible à dire', 'Oui'])
			// The same names asked for by a request: a policy stops pages only.
			expect(await checkIn(managed, 'fr', 'dnsmasq')).toEqual(['Non', 'Non', 'Non'])
			const free = await startWithPolicy('{}')
			expect(await checkIn(free, 'fr', 'chrome-linux')).toEqual(['Non', 'Impossible à dire', 'Non'])
		},
	)

	test('asks for nothing until somebody presses', async () => {
		const browser = await startBrowser(world.resolverPort)
		const page = await browser.newPage()
		const hosts = new Set<string>()
		page.on('request', (asked) => hosts.add(new URL(asked.url()).host))
		await page.goto(`${origin}/fr/tools/is-it-on?with=dnsmasq`, { waitUntil: 'networkidle' })
		expect([...hosts]).toEqual([new URL(origin).host])
	})

	test('without JavaScript shows no button, says so, and tells how to check by hand', async () => {
		const browser = await startBrowser(world.resolverPort)
		const page = await browser.newPage({ javaScriptEnabled: false })
		await page.goto(`${origin}/fr/tools/is-it-on`)
		await page.getByLabel('Qu’avez-vous mis en place ?').selectOption('dnsmasq')
		await page.getByRole('button', { name: 'Continuer' }).click()
		await page.waitForURL(/with=dnsmasq/u)
		expect(await page.getByRole('button', { name: 'Vérifier maintenant' }).isVisible()).toBe(false)
		expect(await page.getByText('a besoin de JavaScript').isVisible()).toBe(true)
		expect(await page.getByRole('heading', { name: 'Vérifier à la main' }).isVisible()).toBe(true)
	})

	test('after a check, one throw of dice may go into the numbers, once, and nothing of it is kept', async () => {
		const browser = await startBrowser(world.resolverPort)
		const page = await browser.newPage()
		const lengths: number[] = []
		page.on('request', (asked) => {
			if (asked.method() === 'POST') lengths.push(asked.postData()?.length ?? 0)
		})
		await page.goto(`${origin}/en/tools/is-it-on?with=dnsmasq`)
		const button = page.getByRole('button', { name: 'Add an answer' })
		expect(await button.isVisible()).toBe(false)
		await press(page)
		await button.click()
		await page.locator('[data-said="sent"]').waitFor()
		expect(await button.isDisabled()).toBe(true)
		expect(lengths).toEqual([1024])
		const kept = await page.evaluate(() => [
			document.cookie.length,
			localStorage.length,
			sessionStorage.length,
		])
		expect(kept).toEqual([0, 0, 0])
	})

	test('may reach the canary names, and no other page may', async () => {
		const policyOf = async (path: string): Promise<string> =>
			(await fetch(origin + path)).headers.get('content-security-policy') ?? ''
		const policy = await policyOf('/fr/tools/is-it-on')
		expect(policy).toContain(`connect-src 'self' https://*.${canaryDomain};`)
		expect(policy).toContain(`; frame-src https://*.${canaryDomain};`)
		for (const path of ['/fr', '/fr/search?q=x', '/fr/help/threatened/teen/now', '/fr/tools'])
			expect(await policyOf(path), path).not.toContain(canaryDomain)
	})
})
