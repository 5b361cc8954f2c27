/**
 * Measures what a phone gets on first view: bytes over the wire with their headers, requests, other people's servers, cookies,
 * in a real Chromium with a cold cache. Every template in every language, worst first, beside the limits; ends with 1
 * when one is broken. `node bench/page-bytes.ts`
 */
import type { Browser } from 'playwright-core'
import { locales, type Locale } from '#base'
import { launchChromium, onFreshPhone } from './support/chromium.ts'
import { showTable } from './support/figures.ts'
import { startProduct } from './support/product.ts'
import { templates, type Template } from './support/templates.ts'

/** Bytes as the browser counted them on the line, compressed. */
export type Weight = {
	address: string
	template: string
	kind: Template['kind']
	total: number
	markup: number
	script: number
	requests: number
	thirdParty: number
	cookies: number
}

/** A KB is 1,000 bytes here: the stricter reading. */
const limits = {
	total: { help: 40_000, intake: 60_000, matrix: 120_000, table: 60_000, other: 60_000 },
	markup: { help: 14_000, intake: 20_150, matrix: 60_000, table: 30_000, other: 15_650 },
	script: { help: 12_000, intake: 12_000, matrix: 12_000, table: 12_000, other: 12_000 },
	requests: { help: 8, intake: 8, matrix: 8, table: 8, other: 8 },
	thirdParty: { help: 0, intake: 0, matrix: 0, table: 0, other: 0 },
	cookies: { help: 0, intake: 0, matrix: 0, table: 0, other: 0 },
} as const

const counted = Object.keys(limits) as (keyof typeof limits)[]

/** Lists the parts of a page's weight that are over their limit, as `name has, limit`. Empty: nothing. */
export const findExcess = (weight: Weight): string[] =>
	counted
		.filter((name) => weight[name] > limits[name][weight.kind])
		.map((name) => `${name} ${weight[name]}, limit ${limits[name][weight.kind]}`)

/** Resolves when nothing was asked for during `quiet` milliseconds. */
const waitForSilence = async (isBusy: () => boolean, quiet = 80): Promise<void> => {
	let since = performance.now()
	while (performance.now() - since < quiet) {
		await new Promise((resolve) => setTimeout(resolve, 10))
		if (isBusy()) since = performance.now()
	}
}

const weigh = (browser: Browser, origin: string, template: Template, address: string): Promise<Weight> =>
	onFreshPhone(browser, async (page, devtools, context) => {
		const weight = { total: 0, markup: 0, script: 0, requests: 0, thirdParty: 0, cookies: 0 }
		const open = new Map<string, string>()
		devtools.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
			const { protocol, origin: asked } = new URL(request.url)
			if (protocol !== 'http:' && protocol !== 'https:') return
			open.set(requestId, type ?? 'Other')
			weight.requests++
			if (asked !== origin) weight.thirdParty++
		})
		devtools.on('Network.responseReceivedExtraInfo', ({ headers }) => {
			if (Object.keys(headers).some((name) => name.toLowerCase() === 'set-cookie')) weight.cookies++
		})
		devtools.on('Network.loadingFailed', ({ requestId }) => open.delete(requestId))
		devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
			const type = open.get(requestId)
			open.delete(requestId)
			weight.total += encodedDataLength
			if (type === 'Document' || type === 'Stylesheet') weight.markup += encodedDataLength
			if (type === 'Script') weight.script += encodedDataLength
		})
		await devtools.send('Network.enable')
		const answer = await page.goto(origin + address)
		if (!answer?.ok()) throw new Error(`weighing ${address}: answered ${answer?.status() ?? 'nothing'}`)
		await waitForSilence(() => open.size > 0)
		const first = { ...weight }
		if (template.touch !== undefined) {
			await page.locator(template.touch).dispatchEvent('pointerdown')
			await waitForSilence(() => open.size > 0, 300)
		}
		const cookies = Math.max(weight.cookies, (await context.cookies()).length)
		const after = { total: weight.total, thirdParty: weight.thirdParty, cookies }
		return { address, template: template.name, kind: template.kind, ...first, ...after }
	})

type Asked = { origin?: string; languages?: readonly Locale[] }

/** Weighs every template in every language, or in some. Starts the product when no `origin` of a running one is given. */
export const measurePages = async ({ origin, languages = locales }: Asked = {}): Promise<Weight[]> => {
	const product = origin === undefined ? await startProduct() : undefined
	const browser = await launchChromium()
	try {
		const work = templates.flatMap((template) =>
			languages.map((locale) => ({ template, address: template.getAddress(locale) })),
		)
		const weights: Weight[] = []
		const weighNext = async (): Promise<void> => {
			for (let next = work.shift(); next !== undefined; next = work.shift())
				weights.push(await weigh(browser, origin ?? product?.origin ?? '', next.template, next.address))
		}
		await Promise.all(Array.from({ length: 4 }, weighNext)) // each waits more than it works
		return weights.sort((a, b) => b.total - a.total)
	} finally {
		await browser.close()
		await product?.stop()
	}
}

const toRow = (weight: Weight): string[] => [
	weight.address.replace(/\?.*/u, '?q=…'),
	...counted.map((name) => weight[name].toLocaleString('en')),
	findExcess(weight).join('; '),
]

if (import.meta.main) {
	const weights = await measurePages()
	const columns = ['address', 'bytes', 'HTML + CSS', 'script', 'requests', 'third party', 'cookies', '']
	const rows = (['help', 'other'] as const).map((kind) => [
		`limit: ${kind === 'help' ? 'help pages' : 'other pages'}`,
		...counted.map((name) => limits[name][kind].toLocaleString('en')),
	])
	console.log(showTable(columns, [...rows, ...weights.map(toRow)]))
	const broken = weights.filter((weight) => findExcess(weight).length > 0)
	console.log(`${weights.length} pages, ${broken.length} over a limit`)
	if (broken.length > 0) process.exitCode = 1
}
