/** Every answer of the help finder, in every language, without script: order, length, words, numbers. */
import { expect, inject, test } from 'vitest'
import { getLanguage, locales, type Locale } from '../../src/lib/base/index.ts'
import { urgencies } from '../../src/lib/domains/guide/index.ts'
import { createWords } from '../../src/lib/ui/words/index.ts'
import { asVisitor } from '../support/browser.ts'
import { readLibrary } from '../support/content.ts'
import { countWords, readOpenText } from '../support/open-text.ts'

const library = readLibrary()
const pairs = library.situations.flatMap(({ id, who }) => who.map((asker) => ({ situation: id, asker })))
const paths = pairs.flatMap(({ situation, asker }) =>
	urgencies.map((urgency) => ({ situation, asker, urgency, path: `/help/${situation}/${asker}/${urgency}` })),
)
type Asked = (typeof paths)[number]

/** What a person who shakes can read before anything is folded. */
const mostWords = 220
const mostPixels = 2000

const read = async (locale: Locale, path: string): Promise<string> => {
	const answer = await fetch(`${inject('origin')}/${locale}${path}`)
	expect(answer.status, path).toBe(200)
	return answer.text()
}

type Answer = Asked & { html: string }

/** Reads every answer of a locale, a few at a time. */
const readEach = async (locale: Locale): Promise<Answer[]> => {
	const all: Answer[] = []
	for (let at = 0; at < paths.length; at += 8)
		all.push(
			...(await Promise.all(
				paths.slice(at, at + 8).map(async (one) => ({ ...one, html: await read(locale, one.path) })),
			)),
		)
	return all
}

const kept = new Map<Locale, Promise<Answer[]>>()

/** The same, read once for all tests: the server makes each of them on demand. */
const readAll = (locale: Locale): Promise<Answer[]> => {
	const answers = kept.get(locale) ?? readEach(locale)
	kept.set(locale, answers)
	return answers
}

const unescape = (html: string): string =>
	html.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')

/** Places on the page in the order in which they have to stand. */
const toOrder = ({ urgency }: Asked): string[] => [
	'<h1',
	urgency === 'now' ? 'class="numbers' : 'data-calls',
	'id="now"',
	'id="doors"',
	'id="words"',
	'id="all"',
]

/** What is wrong with an answer, a line each. */
const findWrong = (asked: Answer, locale: Locale): string[] => {
	const { situation, asker, urgency, html } = asked
	const wrong: string[] = []
	const want = (holds: boolean, what: string): void => {
		if (!holds) wrong.push(`${locale}${asked.path}: ${what}`)
	}
	const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
	const places = toOrder(asked).map((mark) => main.indexOf(mark))
	want(
		places.every((place, at) => place > (places[at - 1] ?? -1)),
		`order is ${places.join(' ')}`,
	)
	const text = readOpenText(html)
	const length = countWords(text)
	want(length <= mostWords, `${length} words stand open`)
	const words = createWords(locale)
	want(main.split(words.t('result.parents')).length <= 2, 'says twice that nobody knows of parents')
	const emergency = main.match(
		/<article class="door[^>]*id="(police|gendarmerie|civil-protection)"[\s\S]*?<\/article>/gu,
	)
	want(emergency?.length === 3, 'lacks a number for danger among all doors')
	want(
		!emergency?.some((card) => card.includes(words.t('door.parents'))),
		'asks about parents on a number for danger',
	)
	const answer = library.answers.find(
		(one) => one.situation === situation && one.asker === asker && one.language === getLanguage(locale),
	)
	const shown = unescape(main)
	for (const card of answer?.now ?? []) {
		want(shown.includes(words.text(card.do, answer?.language)), `lacks its card "${card.do}"`)
		want(main.includes(`/scenes/card-${card.picture}.`), `does not show "${card.picture}"`)
	}
	const hears = (id: string): boolean =>
		library.contacts.find((contact) => contact.id === id)?.who.includes(asker) === true
	for (const [, id = ''] of main.matchAll(/<article class="door[^>]*id="([^"]+)"/gu))
		want(hears(id), `offers ${id}, which hears no ${asker}`)
	const bar = /data-call[^>]*>/u.exec(html)
	want(bar !== null || html.includes('data-call'), 'has no way to call in its bar')
	if (urgency !== 'now') want(/data-first="[^"]+"/u.test(main), 'has no first door')
	return wrong
}

test.each(locales)(
	'every answer in %s stands in its order, is short, is its own, and offers no door that does not hear',
	async (locale) => {
		const all = await readAll(locale)
		expect(all.length).toBe(paths.length)
		expect(all.flatMap((one) => findWrong(one, locale))).toEqual([])
	},
)

test.each(locales)(
	'the longest answers in %s are two thousand pixels long at most, with a number to call on the first screen',
	async (locale) => {
		const all = await readAll(locale)
		const longest = all
			.toSorted((a, b) => countWords(readOpenText(b.html)) - countWords(readOpenText(a.html)))
			.slice(0, 4)
		const danger = all.filter(({ urgency }) => urgency === 'now').slice(0, 2)
		await asVisitor(
			async (page) => {
				for (const { path } of [...longest, ...danger]) {
					await page.goto(`/${locale}${path}`)
					const { end, call, width } = await page.evaluate(() => {
						const main = document.querySelector('main')
						const call = main?.querySelector('a[href^="tel:"]')
						return {
							end: (main?.getBoundingClientRect().bottom ?? 0) + scrollY,
							call: (call?.getBoundingClientRect().bottom ?? Infinity) + scrollY,
							width: document.documentElement.scrollWidth,
						}
					})
					expect(end, `${path} in pixels`).toBeLessThanOrEqual(mostPixels)
					expect(call, `first number of ${path}`).toBeLessThan(640)
					expect(width, path).toBe(360)
				}
			},
			{ viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true, javaScriptEnabled: false },
		)
	},
)
