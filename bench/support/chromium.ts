/** A real Chromium for measurements: nothing of its own on the line, a fresh profile for each page. */
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core'
import { findFreePort } from './product.ts'
import { findChromium } from '../../scripts/find-chromium.ts'

const switches = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
]

export const launchChromium = (): Promise<Browser> =>
	chromium.launch({ executablePath: findChromium(), args: switches })

/** Opens a tab as on a phone of 360 pixels, with a cold cache, and closes it when `use` has ended. */
export const onFreshPhone = async <Value>(
	browser: Browser,
	use: (page: Page, devtools: CDPSession, context: BrowserContext) => Promise<Value>,
): Promise<Value> => {
	const context = await browser.newContext({
		viewport: { width: 360, height: 740 },
		deviceScaleFactor: 2,
		hasTouch: true,
		isMobile: true,
	})
	try {
		const page = await context.newPage()
		return await use(page, await context.newCDPSession(page), context)
	} finally {
		await context.close()
	}
}

/** A line and a processor, as the browser can pretend them. */
export type Phone = { kilobits: number; latency: number; slowdown: number }

export const pretend = async (devtools: CDPSession, phone: Phone): Promise<void> => {
	await devtools.send('Network.enable')
	await devtools.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: phone.latency,
		downloadThroughput: (phone.kilobits * 1000) / 8,
		uploadThroughput: (phone.kilobits * 1000) / 8,
	})
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: phone.slowdown })
}

/** A Chromium that listens for Lighthouse on a port of its own. */
export const launchChromiumForLighthouse = async (): Promise<{ port: number; stop: () => Promise<void> }> => {
	const port = await findFreePort()
	const browser = await chromium.launch({
		executablePath: findChromium(),
		args: [...switches, `--remote-debugging-port=${port}`],
	})
	return { port, stop: () => browser.close() }
}
