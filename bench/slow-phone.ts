/**
 * The help page on the lines that people have: a cold cache at 400 kbit/s and 400 ms, where the situations must stand
 * to be tapped within 2.5 s; and 1.6 Mbit/s and 150 ms with the processor slowed down 4 times, where the largest piece
 * must stand within 1.2 s and nothing may move. What Chromium does not pretend on the way to this machine is added:
 * three round trips for DNS, TCP and TLS 1.3. `node bench/slow-phone.ts`
 */
import type { Browser } from 'playwright-core'
import { launchChromium, onFreshPhone, pretend, type Phone } from './support/chromium.ts'
import { finish, isQuick, report, showSpread, toSpread } from './support/figures.ts'
import { startProduct } from './support/product.ts'

type Moments = { firstPaint: number; usable: number; largestPaint: number; shift: number }

const slow: Phone = { kilobits: 400, latency: 400, slowdown: 1 }
const usual: Phone = { kilobits: 1600, latency: 150, slowdown: 4 }
const rounds = isQuick ? 3 : 5

/** Runs in the page before anything of it. */
const watch = (): void => {
	const moments = { firstPaint: 0, usable: 0, largestPaint: 0, shift: 0 }
	Object.assign(globalThis, { moments })
	const observe = (type: string, use: (entry: PerformanceEntry) => void): void =>
		new PerformanceObserver((list) => list.getEntries().forEach(use)).observe({ type, buffered: true })
	observe('paint', ({ name, startTime }) => {
		if (name === 'first-contentful-paint') moments.firstPaint = startTime
	})
	observe('largest-contentful-paint', ({ startTime }) => (moments.largestPaint = startTime))
	observe('layout-shift', (entry) => (moments.shift += (entry as PerformanceEntry & { value: number }).value))
	const look = (): void => {
		const links = document.querySelectorAll<HTMLElement>('main li a[href*="/help/"]')
		const areSeen = links.length > 3 && [...links].every((link) => link.offsetHeight > 0)
		if (areSeen && moments.firstPaint > 0) moments.usable = performance.now()
		else requestAnimationFrame(look)
	}
	requestAnimationFrame(look)
}

const visit = (browser: Browser, address: string, phone: Phone): Promise<Moments> =>
	onFreshPhone(browser, async (page, devtools) => {
		await page.addInitScript(watch)
		await pretend(devtools, phone)
		await page.goto(address)
		await page.waitForTimeout(800)
		return page.evaluate(() => (globalThis as unknown as { moments: Moments }).moments)
	})

const product = await startProduct()
const browser = await launchChromium()
try {
	for (const locale of isQuick ? ['ar'] : ['ar', 'fr', 'zgh']) {
		const visits: Record<'slow' | 'usual', Moments[]> = { slow: [], usual: [] }
		for (let round = -1; round < rounds; round++)
			for (const [name, phone] of [
				['slow', slow],
				['usual', usual],
			] as const) {
				const moments = await visit(browser, `${product.origin}/${locale}/help`, phone)
				if (round >= 0) visits[name].push(moments)
			}
		const opening = { slow: 3 * slow.latency, usual: 3 * usual.latency }
		const spread = (name: 'slow' | 'usual', moment: keyof Moments) =>
			toSpread(visits[name].map((moments) => moments[moment] + (moment === 'shift' ? 0 : opening[name])))
		const usable = spread('slow', 'usable')
		const paint = spread('usual', 'largestPaint')
		const shift = spread('usual', 'shift')
		console.log(`${locale} at 400 kbit/s, 400 ms: first paint ${showSpread(spread('slow', 'firstPaint'))} ms`)
		report(`${locale} help page usable`, `${showSpread(usable)} ms`, '<= 2500 ms', usable.median <= 2500)
		report(`${locale} help page LCP`, `${showSpread(paint)} ms`, '<= 1200 ms', paint.median <= 1200)
		report(`${locale} help page CLS`, showSpread(shift, 3), '0', shift.max === 0)
	}
} finally {
	await browser.close()
	await product.stop()
}
finish()
