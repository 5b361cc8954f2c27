/**
 * `npm run look`: takes a picture of every template of the built website, in five languages, at three widths, by day and at night, and puts
 * them on one page, `.cache/look/index.html`, to be looked at whole before a change is called finished. `npm run look -- fr,ar 360` takes fewer.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { locales, type Locale } from '#base'
import { launchChromium } from '../bench/support/chromium.ts'
import { startProduct } from '../bench/support/product.ts'
import { templates, type Template } from '../bench/support/templates.ts'

const folder = '.cache/look'
/** Of a longer page its beginning is taken: the rest is more of the same. */
const mostPixels = 2600
const themes = ['light', 'dark'] as const

type Wanted = { locale: Locale; width: number; theme: (typeof themes)[number] }
/** A picture that was taken; `length`: of the whole page, in CSS pixels. */
type Taken = Wanted & { template: string; file: string; length: number }

const [languages = locales.join(','), sizes = '320,360,1280'] = process.argv.slice(2)
const asked = {
	locales: locales.filter((locale) => languages.split(',').includes(locale)),
	widths: sizes.split(',').map(Number),
}

const take = async (
	browser: Browser,
	origin: string,
	{ locale, width, theme }: Wanted,
	list: readonly Template[],
): Promise<Taken[]> => {
	const isPhone = width < 600
	const context = await browser.newContext({
		viewport: { width, height: isPhone ? 640 : 800 },
		deviceScaleFactor: isPhone ? 1 : 0.5,
		colorScheme: theme,
		isMobile: isPhone,
		hasTouch: isPhone,
		reducedMotion: 'reduce',
	})
	const page = await context.newPage()
	const taken: Taken[] = []
	for (const [index, template] of list.entries()) {
		await page.goto(origin + template.getAddress(locale), { waitUntil: 'networkidle' })
		const length = await page.evaluate(() => document.documentElement.scrollHeight)
		const file = `${locale}-${width}-${theme}-${index}.jpg`
		await page.screenshot({
			path: join(folder, file),
			type: 'jpeg',
			quality: 60,
			fullPage: true,
			clip: { x: 0, y: 0, width, height: Math.min(length, mostPixels) },
		})
		taken.push({ locale, width, theme, template: template.name, file, length })
	}
	await context.close()
	return taken
}

const style = `body{font:14px/1.4 system-ui;margin:1rem;background:Canvas}h2{position:sticky;inset-block-start:0;background:Canvas;margin:0}
.row{display:flex;gap:.5rem;overflow-x:auto;align-items:start}figure{margin:0;flex:none}img{display:block;inline-size:16rem;block-size:auto}`

const toFigure = ({ file, locale, width, theme, length }: Taken): string =>
	`<figure><figcaption>${locale} ${width} ${theme}, ${length} px</figcaption><img loading="lazy" src="${file}" alt=""></figure>`

/** One row a template: the same page beside itself, so that the one that differs is seen. */
const toSheet = (taken: readonly Taken[]): string =>
	`<!doctype html><meta charset="utf-8"><title>Look</title><style>${style}</style>${[
		...Map.groupBy(taken, ({ template }) => template),
	]
		.map(([name, all]) => `<h2>${name}</h2><div class="row">${all.map(toFigure).join('')}</div>`)
		.join('\n')}`

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const product = await startProduct()
const browser = await launchChromium()
try {
	const work = asked.locales.flatMap((locale) =>
		asked.widths.flatMap((width) => themes.map((theme) => ({ locale, width, theme }))),
	)
	const taken: Taken[] = []
	const takeNext = async (): Promise<void> => {
		for (let next = work.shift(); next; next = work.shift())
			taken.push(...(await take(browser, product.origin, next, templates)))
	}
	await Promise.all([takeNext(), takeNext()])
	writeFileSync(join(folder, 'index.html'), toSheet(taken))
	console.log(`${taken.length} pictures of ${templates.length} templates: ${folder}/index.html`)
} finally {
	await browser.close()
	await product.stop()
}
