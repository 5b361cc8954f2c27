/**
 * Takes the README's pictures from the running product: `npm start`, then `node scripts/make-pictures.ts`.
 * An address as argument names another installation.
 */
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

const origin = process.argv[2] ?? 'http://127.0.0.1:8080'
const phone = { width: 390, height: 780 }
const pictures = [
	{ name: 'front-door-ar', path: '/ar', viewport: { width: 1180, height: 820 }, colorScheme: 'light' },
	{ name: 'teens-fr', path: '/fr/teens/sexual-extortion', viewport: phone, colorScheme: 'light' },
	{ name: 'children-ar', path: '/ar/children/bullying', viewport: phone, colorScheme: 'light' },
	{ name: 'help-zgh', path: '/zgh/help', viewport: phone, colorScheme: 'dark' },
] as const

mkdirSync('docs/pictures', { recursive: true })
const browser = await chromium.launch({
	executablePath: findChromium(),
	args: ['--no-sandbox', '--disable-gpu'],
})
for (const { name, path, viewport, colorScheme } of pictures) {
	const page = await browser.newPage({ viewport, colorScheme })
	await page.goto(origin + path)
	// A second look, so that the fonts that came too late for the first one are in the picture.
	await page.reload()
	await page.waitForTimeout(300)
	await page.screenshot({ path: `docs/pictures/${name}.jpg`, type: 'jpeg', quality: 82 })
	await page.close()
}
await browser.close()
console.log(`${pictures.length} pictures in docs/pictures/`)
