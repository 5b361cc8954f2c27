/** A page of the desk as it must be for everybody: by axe in light and dark, by keyboard, on the narrowest screen. */
import type { Page } from 'playwright-core'
import { allRules, bringAxe, findViolations } from './axe.ts'
import { listReachable, walk } from './focus.ts'
import { findPaleTexts, findSideways, findSmallTargets } from './page-measures.ts'

/** Every control is reached by Tab, in the order of the page, and seen there. */
const findUnreached = async (page: Page): Promise<string[]> => {
	await page.locator('a.skip').focus()
	// Past the last control, Tab comes round to where it began.
	const stops = (await walk(page)).filter(({ index }) => index !== 0)
	const reached = new Set(stops.map(({ index }) => index))
	const missed = (await listReachable(page)).filter((_, index) => index !== 0 && !reached.has(index))
	const wrong = stops.filter(({ index, hasRing }, place) => index !== place + 1 || !hasRing)
	return [
		...wrong.map(({ name, hasRing }) => `${hasRing ? 'out of order' : 'no ring'}: ${name.slice(0, 40)}`),
		...missed.map((name) => `not reached: ${name.slice(0, 60)}`),
	]
}

/** What is wrong with the page as it stands: by axe in light and dark, by keyboard, on the narrowest screen. */
export const judge = async (page: Page, name: string): Promise<string[]> => {
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
	await page.evaluate(() => {
		for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '')
	})
	await bringAxe(page)
	const found = await findViolations(page, allRules)
	await page.emulateMedia({ colorScheme: 'dark' })
	found.push(...(await findPaleTexts(page)).map((text) => `dark and pale: ${text}`))
	found.push(...(await findUnreached(page)))
	await page.setViewportSize({ width: 320, height: 640 })
	found.push(...(await findSideways(page)).map((text) => `sideways: ${text}`))
	found.push(...(await findSmallTargets(page, 24)).map((text) => `small: ${text}`))
	await page.setViewportSize({ width: 1280, height: 800 })
	return found.map((line) => `${name}: ${line}`)
}
