/** A real browser for the journeys: one a test file, a fresh context a test. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, inject } from 'vitest'
import { findChromium } from '../../scripts/find-chromium.ts'
import { patience } from './patience.ts'

let browser: Promise<Browser> | undefined

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

const getBrowser = (): Promise<Browser> =>
	(browser ??= chromium.launch({ executablePath: findChromium(), args: switches, timeout: patience }))

afterAll(async () => {
	await (await browser)?.close()
	browser = undefined
})

/** A phone as many families have: 360 pixels wide, touch. */
export const phone: BrowserContextOptions = {
	viewport: { width: 360, height: 740 },
	hasTouch: true,
	isMobile: true,
}

/** Hands an empty page to `use`, in a context of its own: for a visitor who sees many pages of the running product. */
export const asVisitor = async <Answer>(
	use: (page: Page) => Promise<Answer>,
	options: BrowserContextOptions = {},
): Promise<Answer> => {
	const context = await (await getBrowser()).newContext({ baseURL: inject('origin'), ...options })
	context.setDefaultTimeout(patience)
	context.setDefaultNavigationTimeout(patience)
	try {
		return await use(await context.newPage())
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
		return await use(await context.newPage())
	} finally {
		await remembering.close()
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
