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

const candidates =
	'a[href], button, input, select, textarea, summary, iframe, [tabindex]:not([tabindex="-1"])'

/**
 * All that Tab reaches, in the order of the document; of radio buttons of one name the checked one, else the first. Stands as text,
 * because it runs inside the page.
 */
const findAll = `(() => {
	const all = [...document.querySelectorAll('${candidates}')].filter((element) => element.checkVisibility() && !element.disabled)
	const getGroup = ({ form, name }) => all.filter((other) => other.type === 'radio' && other.name === name && other.form === form)
	return all.filter((element) => {
		if (element.type !== 'radio') return true
		const group = getGroup(element)
		return element === (group.find(({ checked }) => checked) ?? group[0])
	})
})()`

/** Elements of the page that can be reached, by tag, id and text. */
export const listReachable = (page: Page): Promise<string[]> =>
	page.evaluate<string[]>(
		`${findAll}.map(({ tagName, id, name, textContent }) => [tagName, id || name, textContent.trim().replace(/\\s+/gu, ' ')].join(' '))`,
	)

/** Number of elements of the page that can be reached. */
export const countReachable = (page: Page): Promise<number> => page.evaluate<number>(`${findAll}.length`)

const look = (page: Page): Promise<Stop> =>
	page.evaluate<Stop>(`(() => {
		const index = (globalThis.reachable ?? ${findAll}).indexOf(document.activeElement)
		const element = document.activeElement ?? document.body
		// A page within the page is one stop here; rings and cover of what stands in it are that page's.
		if (element.tagName === 'IFRAME') return { index, name: element.title, path: '', hasRing: true, isCovered: false }
		const { outlineStyle, outlineWidth } = getComputedStyle(element)
		const box = element.getClientRects()[0] ?? element.getBoundingClientRect()
		const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
		return {
			index,
			name: (element.textContent || element.getAttribute('name') || '').trim().replace(/\\s+/gu, ' '),
			path: element.getAttribute('href') ?? '',
			hasRing: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
			isCovered: top === null || !(element.contains(top) || top.contains(element)),
		}
	})()`)

/** Presses Tab once. */
export const pressTab = async (page: Page): Promise<Stop> => {
	await page.keyboard.press('Tab')
	return look(page)
}

/**
 * Presses Tab until the focus leaves the page or stands where it began; never more often than makes sense. A field with parts of its own,
 * such as a day with its calendar, is one stop.
 */
export const walk = async (page: Page): Promise<Stop[]> => {
	// Looked for once: pages of the law have hundreds of links.
	const parts = `document.querySelectorAll('input[type=date], input[type=time], iframe').length * 5`
	const most = (await page.evaluate<number>(`(globalThis.reachable = ${findAll}).length + ${parts}`)) + 10
	const stops: Stop[] = []
	for (let pressed = 0; pressed < most; pressed++) {
		const stop = await pressTab(page)
		if (stop.index !== -1 && stop.index === stops.at(-1)?.index) continue
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
