/** Walks a page with the Tab key as someone without a mouse does. */
import type { Page } from 'playwright-core'

/** An element that has the focus: where it stands among all that can have it, and whether the eye sees it there. */
export type Stop = {
	/** Place in the order of the document; -1 when the focus is on nothing of the page. */
	index: number
	name: string
	path: string
	hasRing: boolean
	/** True when something else, like the bar at the bottom of a phone, lies over its middle. */
	isCovered: boolean
}

const candidates = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])'

/** How many elements of the page can be reached. */
export const countReachable = (page: Page): Promise<number> =>
	page.evaluate(
		(selector) =>
			[...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length,
		candidates,
	)

const look = (page: Page): Promise<Stop> =>
	page.evaluate((selector) => {
		const all = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility())
		const element = document.activeElement ?? document.body
		const { outlineStyle, outlineWidth } = getComputedStyle(element)
		const box = element.getClientRects()[0] ?? element.getBoundingClientRect()
		const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
		return {
			index: all.indexOf(element),
			name: (element.textContent || element.getAttribute('name') || '').trim().replace(/\s+/gu, ' '),
			path: element.getAttribute('href') ?? '',
			hasRing: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
			isCovered: top === null || !(element.contains(top) || top.contains(element)),
		}
	}, candidates)

/** Presses Tab once. */
export const pressTab = async (page: Page): Promise<Stop> => {
	await page.keyboard.press('Tab')
	return look(page)
}

/** Presses Tab until the focus leaves the page or stands where it began; never more often than makes sense. */
export const walk = async (page: Page): Promise<Stop[]> => {
	const most = (await countReachable(page)) + 5
	const stops: Stop[] = []
	while (stops.length < most) {
		const stop = await pressTab(page)
		if (stop.index === -1 || stops.some(({ index }) => index === stop.index)) break
		stops.push(stop)
	}
	return stops
}

/** Presses Tab until `isWanted` says yes. Throws when the page ends before. */
export const tabTo = async (page: Page, isWanted: (stop: Stop) => boolean): Promise<Stop> => {
	for (let left = await countReachable(page); left >= 0; left--) {
		const stop = await pressTab(page)
		if (isWanted(stop)) return stop
	}
	throw new Error(`looking for an element with the Tab key: not on ${page.url()}`)
}
