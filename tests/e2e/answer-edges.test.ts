/**
 * What stands around the words of an answer, as served: the link to a page, the doors, the line about parents. For every situation, asker
 * and urgency, in four languages.
 */
import { parseHTML } from 'linkedom'
import { expect, inject, test } from 'vitest'
import { getLanguage } from '../../src/lib/base/index.ts'
import { urgencies } from '../../src/lib/domains/guide/index.ts'
import { messages } from '../../messages/index.ts'
import { readLibrary } from '../support/content.ts'

const library = readLibrary()

const locales = ['ar', 'fr', 'en', 'zgh'] as const
type Locale = (typeof locales)[number]

/** The audience that an asker is; every other page speaks of them and not to them. */
const own = {
	child: 'children',
	teen: 'teens',
	adult: 'citizens',
	parent: 'parents',
	teacher: 'teachers',
	witness: 'citizens',
} as const
type Asker = keyof typeof own

const cases = library.situations.flatMap(({ id, who }) =>
	who.flatMap((asker) => urgencies.map((urgency) => ({ situation: id, asker, urgency }))),
)
type Case = (typeof cases)[number]

const audiences = Object.values(own).join('|')

const open = async (path: string) => {
	const answer = await fetch(inject('origin') + path)
	if (answer.status !== 200) throw new Error(`${path}: answered with ${answer.status}`)
	return parseHTML(await answer.text()).document
}

/** Links to pages of topics in the content of a page: audience and topic of each. */
const findPages = (document: Document): string[] =>
	[...document.querySelectorAll('main a[href]')]
		.map((link) => link.getAttribute('href') ?? '')
		.filter((href) => new RegExp(`^/[a-z-]+/(?:${audiences})/[a-z-]+$`, 'u').test(href))
		.map((href) => href.split('/').slice(2).join('/'))

/** Sites where a picture itself has to be opened. */
const wantsThePicture = /takeitdown\.ncmec\.org|stopncii\.org/u

/** Where whom a child would tell may be who does harm, or a life hangs on the call: nothing about parents stands before it. */
const silentOfParents = new Set(['hurt-at-home', 'dark-thoughts', 'exploited', 'left-home'])

/** French words are served with spaces that do not break. */
const toPlainSpaces = (text: string): string => text.replaceAll(/[\u00A0\u202F]/gu, ' ')

const findWrong = (document: Document, { situation, asker, urgency }: Case, locale: Locale): string[] => {
	const words = messages[getLanguage(locale)]
	const text = toPlainSpaces(document.querySelector('main')?.textContent ?? '')
	const says = (
		key: 'result.parents' | 'parents.ask-first' | 'result.who-must-not-know' | 'result.show',
	): boolean => text.includes(toPlainSpaces(words[key]))
	const wrong: string[] = []
	for (const page of findPages(document))
		if (!page.startsWith(`${own[asker]}/`)) wrong.push(`leads to ${page}, which speaks to somebody else`)
	const links = [...document.querySelectorAll('main a[href]')].map((link) => link.getAttribute('href') ?? '')
	if (asker === 'child' && links.some((href) => wantsThePicture.test(href)))
		wrong.push('leads a child to a form that makes them open the picture')
	if (
		(urgency === 'now' || silentOfParents.has(situation)) &&
		(says('result.parents') || says('parents.ask-first'))
	)
		wrong.push('puts parents before the call')
	if (urgency === 'now' && says('result.who-must-not-know')) wrong.push('puts a condition before the call')
	if (['child', 'teen', 'adult'].includes(asker) && !says('result.show'))
		wrong.push('leaves who cannot hear or speak with a telephone')
	return wrong
}

test.each(locales)('what stands around an answer in %s is for the one who asks', async (locale) => {
	expect(cases.length).toBeGreaterThan(250)
	const found: string[] = []
	// Who is in no hurry sees what is seen today: once is enough.
	for (const one of cases.filter(({ urgency }) => urgency !== 'calm' || locale === 'fr')) {
		const path = `/${locale}/help/${one.situation}/${one.asker}/${one.urgency}`
		const wrong = findWrong(await open(path), one, locale)
		found.push(...wrong.map((what) => `${path}: ${what}`))
	}
	expect(found).toEqual([])
})

test.each(locales)(
	'an adult who thinks of dying is led to the page for them in %s, their friend to none',
	async (locale) => {
		for (const urgency of urgencies) {
			const document = await open(`/${locale}/help/dark-thoughts/adult/${urgency}`)
			expect(findPages(document), urgency).toEqual(['citizens/self-harm'])
			expect(findPages(await open(`/${locale}/help/dark-thoughts/witness/${urgency}`))).toEqual([])
		}
	},
)

const atRisk: readonly Asker[] = ['child', 'teen', 'adult', 'witness']

test('nobody who thinks of dying, nor their friend, reaches within two links a page that names means', async () => {
	for (const asker of atRisk)
		for (const urgency of urgencies) {
			const first = await open(`/fr/help/dark-thoughts/${asker}/${urgency}`)
			const pages = findPages(first)
			const second = (await Promise.all(pages.map((page) => open(`/fr/${page}`)))).flatMap(findPages)
			expect(
				[...pages, ...second].filter((page) => /^(?:parents|teachers)\/self-harm$/u.test(page)),
				`${asker}, ${urgency}`,
			).toEqual([])
		}
})

test.each([
	['hurt-at-home', 'tel:8350'],
	['exploited', 'tel:0800004747'],
])(
	'an adult in %s gets a voice as the big door, before any form, and beside the police in danger',
	async (situation, call) => {
		for (const urgency of ['today', 'calm']) {
			const document = await open(`/fr/help/${situation}/adult/${urgency}`)
			expect(document.querySelector('[data-first] a[href]')?.getAttribute('href'), urgency).toBe(call)
		}
		const inDanger = await open(`/fr/help/${situation}/adult/now`)
		const beside = [...inDanger.querySelectorAll('[data-first] a[href], [data-beside] a[href]')]
		expect(beside.map((link) => link.getAttribute('href'))).toContain(call)
	},
)

test('who may be heard at home is told to say first who must not know', async () => {
	for (const locale of locales)
		for (const asker of ['child', 'teen']) {
			const document = await open(`/${locale}/help/hurt-at-home/${asker}/today`)
			const line = document.querySelector('.parents')?.textContent
			expect(line).toBe(messages[getLanguage(locale)]['result.who-must-not-know'])
		}
})
