/** A real browser for the journeys: one a worker, a fresh context a test. It ends with its worker, whose pipe it listens to. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import {
	chromium,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	type Page,
} from 'playwright-core'
import { inject } from 'vitest'
import { findChromium, findHeadlessShell } from '../../scripts/find-chromium.ts'
import { pagePatience, patience } from './patience.ts'

/** The fonts that a browser finds: all of this machine, or those without the Noto family, which many machines lack. */
export type FontSet = 'with Noto' | 'without Noto'

/** The font sets that this machine can show, and those it cannot: nobody draws letters with a font that is not there. */
export const findFontSets = (): { shown: FontSet[]; missing: FontSet[] } => {
	const { stdout } = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' })
	const families = typeof stdout === 'string' ? stdout : ''
	const hasNoto = /Noto Sans Arabic/u.test(families) && /Noto Sans Tifinagh/u.test(families)
	return hasNoto
		? { shown: ['with Noto', 'without Noto'], missing: [] }
		: { shown: ['without Noto'], missing: ['with Noto'] }
}

const browsers = new Map<FontSet | undefined, Promise<Browser>>()

/** Switches that keep the browser from calling anyone on its own, let it run as root in a container, and make its microphone a tone. */
const switches = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--use-fake-device-for-media-stream',
	'--use-fake-ui-for-media-stream',
]

const launch = (fonts?: FontSet): Promise<Browser> =>
	chromium.launch({
		executablePath: findHeadlessShell(),
		args: switches,
		timeout: patience,
		...(fonts === 'without Noto' && {
			env: { ...process.env, FONTCONFIG_FILE: join(import.meta.dirname, 'without-noto.conf') },
		}),
	})

const getBrowser = async (fonts?: FontSet): Promise<Browser> => {
	const known = await browsers.get(fonts)
	if (known?.isConnected()) return known
	const browser = launch(fonts)
	browsers.set(fonts, browser)
	return browser
}

/** A phone as many families have: 360 pixels wide, touch. */
export const phone: BrowserContextOptions = {
	viewport: { width: 360, height: 740 },
	hasTouch: true,
	isMobile: true,
}

/** Pages read the same clock as the product and its tests (`moment.cjs`); what runs in workers keeps that of the machine. */
const moveClock = async (context: BrowserContext): Promise<void> => {
	const offset = Number(process.env.TEST_CLOCK_OFFSET ?? 0)
	if (offset === 0) return
	await context.addInitScript((moved) => {
		const Real = Date
		const now = (): number => Real.now() + moved
		globalThis.Date = new Proxy(Real, {
			construct: (target, given: unknown[], as) =>
				Reflect.construct(target, given.length === 0 ? [now()] : given, as) as object,
			apply: () => new Real(now()).toString(),
			get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
		})
	}, offset)
}

/** Where a journey ended, for whoever reads its fault without having seen the page. */
const describe = async (page: Page): Promise<string> => {
	const text = await page
		.locator('body')
		.innerText({ timeout: pagePatience })
		.catch(() => '(no page)')
	return `It stood on ${page.url()}, which says: ${text.replaceAll(/\s+/gu, ' ').slice(0, 600)}`
}

/**
 * Hands an empty page to `use`, in a context of its own: for a visitor who sees many pages of the running product.
 *
 * @param fonts - what the browser finds to draw letters with; all of the machine's when it is not said
 */
export const asVisitor = async <Answer>(
	use: (page: Page) => Promise<Answer>,
	options: BrowserContextOptions = {},
	fonts?: FontSet,
): Promise<Answer> => {
	const context = await (await getBrowser(fonts)).newContext({ baseURL: inject('origin'), ...options })
	context.setDefaultTimeout(pagePatience)
	context.setDefaultNavigationTimeout(pagePatience)
	await moveClock(context)
	const page = await context.newPage()
	try {
		return await use(page)
	} catch (fault) {
		if (fault instanceof Error) fault.message += `\n${await describe(page)}`
		throw fault
	} finally {
		await context.close()
	}
}

/**
 * The same in a browser that keeps pages in memory for Back, as every browser does and a driven one does not. One of its own, because it
 * is a switch of the whole browser.
 */
export const asVisitorWhoGoesBack = async <Answer>(
	use: (page: Page) => Promise<Answer>,
	options: BrowserContextOptions = {},
): Promise<Answer> => {
	const remembering = await chromium.launch({
		executablePath: findChromium(),
		args: switches,
		ignoreDefaultArgs: ['--disable-back-forward-cache'],
	})
	try {
		const context = await remembering.newContext({ baseURL: inject('origin'), ...options })
		await moveClock(context)
		return await use(await context.newPage())
	} finally {
		await remembering.close()
	}
}

/** The same in a browser that reaches everything through a SOCKS proxy here, and trusts one address that is not https. */
export const asVisitorOverProxy = async <Answer>(
	{ port, trusted }: { port: number; trusted: string },
	use: (page: Page) => Promise<Answer>,
	options: BrowserContextOptions = {},
): Promise<Answer> => {
	const proxied = await chromium.launch({
		executablePath: findChromium(),
		args: [...switches, `--unsafely-treat-insecure-origin-as-secure=${trusted}`],
		proxy: { server: `socks5://127.0.0.1:${port}` },
	})
	try {
		const context = await proxied.newContext(options)
		await moveClock(context)
		context.setDefaultTimeout(pagePatience)
		context.setDefaultNavigationTimeout(pagePatience)
		return await use(await context.newPage())
	} finally {
		await proxied.close()
	}
}

/** Opens a page of the running product in a context of its own and hands it to `use`. */
export const onPage = (
	path: string,
	use: (page: Page) => Promise<void>,
	options: BrowserContextOptions = {},
): Promise<void> =>
	asVisitor(async (page) => {
		await page.goto(path)
		await use(page)
	}, options)

/** Both ways in which every journey must succeed. */
export const withAndWithoutScript = [
	{ script: 'without JavaScript', javaScriptEnabled: false },
	{ script: 'with JavaScript', javaScriptEnabled: true },
] as const
