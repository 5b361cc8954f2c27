/** Measures taken inside a page: what sticks out, what is too small to press, what cannot be read. */
import type { Page } from 'playwright-core'

/** Opens every fold that is shut, or shuts again those that it opened. */
export const setFolds = (page: Page, isOpen: boolean): Promise<void> =>
	page.evaluate((open) => {
		for (const fold of document.querySelectorAll(open ? 'details:not([open])' : '[data-was-shut]')) {
			fold.toggleAttribute('open', open)
			fold.toggleAttribute('data-was-shut', open)
		}
	}, isOpen)

/** Elements that make the page wider than the screen; nothing when it fits. */
export const findSideways = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const width = document.documentElement.clientWidth
		if (document.documentElement.scrollWidth <= width) return []
		return [...document.querySelectorAll('body *')]
			.filter((element) => {
				const { left, right } = element.getBoundingClientRect()
				return right > width + 0.5 || left < -0.5
			})
			.slice(-3)
			.map(
				(element) =>
					`${element.tagName} ${element.getAttribute('class') ?? ''} ${element.textContent.slice(0, 40)}`,
			)
	})

/** Buttons, fields and links that stand alone and are smaller than a fingertip. */
export const findSmallTargets = (page: Page, least = 44): Promise<string[]> =>
	page.evaluate((size) => {
		const selector = '.tap, .button, a.tile, li > a:only-child, button, summary, input, nav a'
		return [...document.querySelectorAll(selector)]
			.filter((element) => element.checkVisibility() && !element.closest('details ul'))
			.filter((element) => element.getAttribute('tabindex') !== '-1')
			.flatMap((element) => {
				// What stands in a label is pressed by its label.
				const { width, height } = (element.closest('label') ?? element).getBoundingClientRect()
				if (width >= size - 0.5 && height >= size - 0.5) return []
				return [`${Math.round(width)} x ${Math.round(height)}: ${element.outerHTML.slice(0, 120)}`]
			})
	}, least)

/** Texts whose colour does not stand out from the ground behind them by 4.5 to 1. */
export const findPaleTexts = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const toParts = (colour: string): number[] => (colour.match(/[\d.]+/gu) ?? []).map(Number)
		const toLight = (colour: string): number => {
			const [red = 0, green = 0, blue = 0] = toParts(colour).map((part) =>
				part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
			)
			return 0.2126 * red + 0.7152 * green + 0.0722 * blue
		}
		const findGround = (element: Element | null): string => {
			if (!element) return 'rgb(255, 255, 255)'
			const { backgroundColor } = getComputedStyle(element)
			return toParts(backgroundColor)[3] === 0 ? findGround(element.parentElement) : backgroundColor
		}
		const pale: string[] = []
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
		while (walker.nextNode()) {
			const element = walker.currentNode.parentElement
			const text = walker.currentNode.textContent?.trim()
			if (!text || !element?.checkVisibility() || element.closest('script, style, svg')) continue
			const [one, other] = [toLight(getComputedStyle(element).color), toLight(findGround(element))]
			if ((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < 4.5) pale.push(text.slice(0, 40))
		}
		return pale
	})

/** Elements that cut off a part of their own text. */
export const findCutTexts = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll('body *:not(svg, svg *, input, .hidden)')]
			.filter((element) => {
				const { overflowX, overflowY } = getComputedStyle(element)
				const isCutting = [overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip')
				const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element
				// One pixel wide: for those who listen, not for those who look.
				if (clientWidth <= 1) return false
				return isCutting && (scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1)
			})
			.map((element) => `${element.tagName} ${element.getAttribute('class') ?? ''}`),
	)

/**
 * Words that begin on one line and end on another. Code and addresses may: they have no other place to break; an address on what is pressed
 * breaks behind a dot.
 */
export const findBrokenWords = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const broken: string[] = []
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
		const range = document.createRange()
		while (walker.nextNode()) {
			const node = walker.currentNode as Text
			const element = node.parentElement
			if (!element?.checkVisibility() || element.closest('script, style, svg, code, pre, textarea')) continue
			const pattern = element.closest('.tap')
				? /[\p{L}\p{M}\d]{2,}/gu
				: /(?<![\w./@])[\p{L}\p{M}]{2,}(?![\w./@])/gu
			for (const { 0: word, index } of node.data.matchAll(pattern)) {
				range.setStart(node, index)
				range.setEnd(node, index + word.length)
				const tops = [...range.getClientRects()].map(({ top }) => top)
				if (Math.max(...tops) - Math.min(...tops) > 8)
					broken.push(`${word} in: ${node.data.trim().slice(0, 60)}`)
			}
		}
		return broken
	})

/** As {@link findSideways}, for who reads with text twice as big: the page is as before afterwards. */
export const findSidewaysInBigText = async (page: Page): Promise<string[]> => {
	await page.evaluate(() => {
		const root = document.documentElement
		root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`
	})
	const found = await findSideways(page)
	await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
	return found
}

/**
 * Numbers made of groups (`503-2`, `10:00-16:00`), addresses and names with digits in them (`2511.ma`) whose characters do not stand
 * from left to right.
 */
export const findTurnedNumbers = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const turned: string[] = []
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
		const range = document.createRange()
		const boxAt = (node: Node, at: number): DOMRect => {
			range.setStart(node, at)
			range.setEnd(node, at + 1)
			return range.getBoundingClientRect()
		}
		while (walker.nextNode()) {
			const node = walker.currentNode as Text
			if (!node.parentElement?.checkVisibility() || node.parentElement.closest('script, style, svg')) continue
			for (const match of node.data.matchAll(/\+\d{6,}|\+?[\dA-Za-z]+(?:[-–/:.,@_][\dA-Za-z]+)+/gu)) {
				const boxes = Array.from(match[0], (_, at) => boxAt(node, match.index + at))
				const isTurned = boxes.some((box, at) => {
					const before = boxes[at - 1]
					return before !== undefined && Math.abs(before.top - box.top) < 4 && box.left < before.left
				})
				if (isTurned) turned.push(`${match[0]} in: ${node.data.slice(0, 60)}`)
			}
		}
		return turned
	})
