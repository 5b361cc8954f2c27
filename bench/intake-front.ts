/**
 * The report on the line and the phone that people have, in Chromium: every byte from opening the page to a sealed report; how long
 * until its first button can be pressed and the script has taken the form over, at 400 kbit/s and 300 ms; how long sealing 4 KB takes
 * with the processor slowed down 6 times, and apart from it what is done while one still writes. `node bench/intake-front.ts`
 */
import type { Browser, CDPSession, Page } from 'playwright-core'
import { locales, type Locale } from '#base'
import { launchChromium, onFreshPhone, pretend, type Phone } from './support/chromium.ts'
import { finish, getPercentile, isQuick, report, showSpread, toSpread } from './support/figures.ts'
import { startProduct } from './support/product.ts'

const slowLine: Phone = { kilobits: 400, latency: 300, slowdown: 1 }
const slowPhone: Phone = { kilobits: 100_000, latency: 0, slowdown: 6 }
/** Delays that Chromium does not simulate on the way to this machine: DNS, TCP and TLS 1.3. */
const opening = 3 * slowLine.latency
const rounds = isQuick ? 3 : 5
const seals = isQuick ? 10 : 40
/** 4 KB with Arabic letters, which are two bytes each. */
const words = 'واحد '.repeat(455)

const countBytes = async (devtools: CDPSession): Promise<() => number> => {
	let bytes = 0
	devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
	await devtools.send('Network.enable')
	return () => bytes
}

/** As a person: the start, an answer or some words to each question, and on. Ends before the button that seals. */
const fill = async (page: Page): Promise<void> => {
	await page.locator('form.live').waitFor()
	await page.locator('#start a.button').first().click()
	for (const answer of [
		'[value=no]',
		'[value=teen]',
		'[value=grooming]',
		undefined,
		'words',
		'[value=stop]',
	]) {
		const step = page.locator('.step.now')
		if (answer === 'words') await step.locator('textarea').fill(words)
		else if (answer) await step.locator(`input${answer}`).check()
		await step.locator('.ways a.on').click()
	}
}

/** Runs in the page: presses, and waits until what leaves is shown. Milliseconds. */
const sealOnce = async (): Promise<number> => {
	const find = (name: string): HTMLElement =>
		document.querySelector<HTMLElement>(`[data-${name}]`) ?? document.body
	const leaves = find('leaves')
	if (!leaves.hidden) find('change').click()
	const started = performance.now()
	await new Promise<void>((resolve) => {
		new MutationObserver((_, observer) => {
			if (leaves.hidden) return
			observer.disconnect()
			resolve()
		}).observe(leaves, { attributes: true })
		find('seal').click()
	})
	return performance.now() - started
}

const weigh = (browser: Browser, address: string) =>
	onFreshPhone(browser, async (page, devtools) => {
		const getBytes = await countBytes(devtools)
		await page.goto(address, { waitUntil: 'networkidle' })
		const first = getBytes()
		await fill(page)
		await page.evaluate(sealOnce)
		await page.waitForLoadState('networkidle')
		return { first, sealed: getBytes() }
	})

/** Runs in the page before anything of it. */
const watch = (): void => {
	const moments = { seen: 0, live: 0 }
	Object.assign(globalThis, { moments })
	const look = (): void => {
		const button = document.querySelector<HTMLElement>('#start a.button')
		if (moments.seen === 0 && (button?.offsetHeight ?? 0) > 0) moments.seen = performance.now()
		if (document.querySelector('form.live')) moments.live = performance.now()
		else requestAnimationFrame(look)
	}
	requestAnimationFrame(look)
}

const visit = (browser: Browser, address: string): Promise<{ seen: number; live: number }> =>
	onFreshPhone(browser, async (page, devtools) => {
		await page.addInitScript(watch)
		await pretend(devtools, slowLine)
		await page.goto(address)
		await page.locator('form.live').waitFor()
		await page.waitForTimeout(50)
		return page.evaluate(() => (globalThis as unknown as { moments: { seen: number; live: number } }).moments)
	})

const seal = (browser: Browser, address: string): Promise<{ atOnce: number; taken: number[] }> =>
	onFreshPhone(browser, async (page, devtools) => {
		await page.goto(address, { waitUntil: 'networkidle' })
		await pretend(devtools, slowPhone)
		// Nothing is ready yet: code, receipt and its keys come first.
		await page
			.locator('textarea[name=words]')
			.evaluate((field: HTMLTextAreaElement, text) => (field.value = text), words)
		const atOnce = await page.evaluate(sealOnce)
		const taken: number[] = []
		for (let round = 0; round < seals; round++) taken.push(await page.evaluate(sealOnce))
		return { atOnce, taken }
	})

const toKb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`

const product = await startProduct()
const browser = await launchChromium()
const getAddress = (locale: Locale): string => `${product.origin}/${locale}/report`
try {
	for (const locale of isQuick ? (['ar'] as const) : locales) {
		const { first, sealed } = await weigh(browser, getAddress(locale))
		const figure = `${toKb(sealed)}, ${toKb(first)} of it on first view`
		report(`${locale} opened, filled in, sealed`, figure, '<= 60 KB', sealed <= 60_000)
	}
	for (const locale of isQuick ? (['ar'] as const) : (['ar', 'fr', 'zgh'] as const)) {
		const visits: { seen: number; live: number }[] = []
		for (let round = 0; round < rounds; round++) visits.push(await visit(browser, getAddress(locale)))
		const spread = (moment: 'seen' | 'live') => toSpread(visits.map((moments) => moments[moment] + opening))
		console.log(`${locale} first button stands after ${showSpread(spread('seen'))} ms`)
		const live = spread('live')
		report(
			`${locale} usable at 400 kbit/s, 300 ms`,
			`${showSpread(live)} ms`,
			'<= 4000 ms',
			live.median <= 4000,
		)
	}
	const { atOnce, taken } = await seal(browser, getAddress('ar'))
	const [p50, p95] = [getPercentile(taken, 0.5), getPercentile(taken, 0.95)]
	const figure = `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms of ${taken.length}`
	report('4 KB sealed, CPU x6', figure, 'p95 <= 150 ms', p95 <= 150)
	console.log(`       with code, receipt and its keys (Argon2id) made first: ${atOnce.toFixed(0)} ms`)
} finally {
	await browser.close()
	await product.stop()
}
finish()
