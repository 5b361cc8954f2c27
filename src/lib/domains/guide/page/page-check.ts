import type { Issue, Language } from '#base'
import { renderMarkdown, toPlainText } from '#tools/script/markdown'
import { toPlainLetters } from '#tools/script/tashkil'
import { getLimits, toSentences, toWords } from './reading-level.ts'
import { sectionIds, type TopicPage } from './topic-page.ts'
import { checkVowels } from './vowels.ts'

/** A word that pages do not print, and what they print instead (`content/terms.yaml`). */
export type DiscouragedTerm = { avoid: string; use: string }

const scripts: Readonly<Record<Language, RegExp>> = {
	ar: /\p{Script=Arabic}/gu,
	fr: /\p{Script=Latin}/gu,
	zgh: /\p{Script=Tifinagh}/gu,
	en: /\p{Script=Latin}/gu,
}

/** Everything a page says, line by line as a reader meets it. */
export const toPageTexts = (page: TopicPage): string[] => [
	page.title,
	page.summary,
	...page.now,
	...sectionIds.flatMap((id) => [page.sections[id].heading, toPlainText(page.sections[id].markdown)]),
]

const checkLength = (page: TopicPage): string[] => {
	const limits = getLimits(page.audience, page.language)
	const body = sectionIds.map((id) => toPlainText(page.sections[id].markdown)).join('\n')
	// A child reads all that stands on the page: its title and the three first things count too.
	const count = toWords(
		[...(page.audience === 'children' ? [page.title, ...page.now] : []), body].join('\n'),
	).length
	const lengths = toSentences(body).map((sentence) => ({ sentence, words: toWords(sentence).length }))
	const mean = lengths.reduce((sum, { words }) => sum + words, 0) / Math.max(1, lengths.length)
	const found = lengths
		.filter(({ words }) => words > limits.longest)
		.map(
			({ sentence, words }) =>
				`sentence of ${words} words, at most ${limits.longest}: "${sentence.slice(0, 60)}…"`,
		)
	if (count < limits.body[0] || count > limits.body[1]) {
		found.push(`${count} words, wanted ${limits.body.join('-')}`)
	}
	if (mean > limits.mean)
		found.push(`sentences of ${mean.toFixed(1)} words on average, at most ${limits.mean}`)
	return found
}

/** The page's own words: what stands in quotation marks in the part on law may be a term of the law. */
const checkPageTerms = (page: TopicPage, terms: readonly DiscouragedTerm[]): string[] => {
	const law = page.sections.law.markdown
	const quoted = law.replace(/[«"“][^»"”]*[»"”]/gu, '')
	const own = toPageTexts(page)
		.join('\n')
		.replace(toPlainText(law), () => toPlainText(quoted))
	return checkTerms(own, terms)
}

const checkShape = (page: TopicPage): string[] => {
	const found: string[] = []
	const { say, do: steps } = page.sections
	if (say.markdown.split('\n').filter((line) => line.startsWith('>')).length < 2) {
		found.push('section say wants at least two quote lines that start with >')
	}
	if (!/^1\. /mu.test(steps.markdown)) found.push('section do wants a numbered list')
	for (const id of sectionIds) {
		try {
			renderMarkdown(page.sections[id].markdown)
		} catch (error) {
			found.push(`section ${id}: ${(error as Error).message}`)
		}
	}
	return found
}

/** Terms to avoid in a text, quotation marks or not. */
export const checkTerms = (text: string, terms: readonly DiscouragedTerm[]): string[] => {
	const flat = toPlainLetters(text).replace(/\s+/gu, ' ')
	return terms
		.filter((term) => new RegExp(toPlainLetters(term.avoid), 'iu').test(flat))
		.map((term) => `says what /${term.avoid}/ finds: write "${term.use}"`)
}

/** Web addresses and phone numbers in a text: pages add the doors themselves, with hours and source. */
export const checkAddresses = (text: string): string[] => {
	const found: string[] = []
	const address = /https?:|www\.|\b[\w-]+\.(?:ma|com|org|net)\b|[\w.]+@[\w.]+/u.exec(text)
	if (address) found.push(`holds an address (${address[0]}): the page adds the doors itself`)
	const phone = /(?:\+|\b0)\d[\d .-]{7,}\d|\b2511\b|\b8350\b/u.exec(text)
	if (phone) found.push(`holds a phone number (${phone[0]}): the page adds the doors itself`)
	return found
}

const checkContent = (page: TopicPage): string[] => {
	const text = toPageTexts(page).join('\n')
	const found = checkAddresses(text)
	const own = text.match(scripts[page.language])?.length ?? 0
	const letters = text.match(/\p{L}/gu)?.length ?? 1
	const least = page.language === 'zgh' ? 0.9 : 0.85
	if (own / letters < least)
		found.push(`only ${Math.round((100 * own) / letters)} % of its letters are of its script`)
	return found
}

const article = /(?:الفصل|الفصول|الفصلين|المادة|المواد|article|art\.|ⴰⵎⴰⴳⵔⴰⴷ) *\d/iu

/** Checks that only a page for children needs: no article of law, and in Arabic every word with its vowel marks. */
const checkForChild = (page: TopicPage): string[] => {
	if (page.audience !== 'children') return []
	const texts = [
		page.title,
		page.summary,
		...page.now,
		...sectionIds.flatMap((id) => [page.sections[id].heading, page.sections[id].markdown]),
	]
	const cited = article.exec(toPlainLetters(texts.join('\n')))
	return [
		...(cited ? [`cites an article of law (${cited[0]}): that is for the grown-up beside the child`] : []),
		...(page.language === 'ar' ? checkVowels(texts) : []),
	]
}

/**
 * Finds what is wrong with the words of a page, by docs/writing.md: terms to avoid, lengths for the reader, shape of the
 * sections, addresses and phone numbers, script. Empty when nothing is.
 *
 */
export const checkPage = (page: TopicPage, terms: readonly DiscouragedTerm[]): Issue[] =>
	[
		...checkShape(page),
		...checkLength(page),
		...checkPageTerms(page, terms),
		...checkContent(page),
		...checkForChild(page),
	].map((message) => ({ path: '1', message }))
