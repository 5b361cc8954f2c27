import { languages, type Issue, type Language, type Result } from '#base'
import { splitSections, toPlainText } from '#tools/script/markdown'
import * as v from 'valibot'
import { parse } from 'yaml'
import { askers, type Asker } from './contact.ts'
import { checkAddresses, checkTerms, type DiscouragedTerm } from './page/page-check.ts'
import { toWords } from './page/reading-level.ts'
import { checkedOn, line, reviewState } from './page/reviewed.ts'
import { slug } from './topic.ts'
import { checkVowels } from './page/vowels.ts'

/** A card holds no more: who is shaking reads a few words, not a sentence. */
const mostWordsOfCard = 9

/** Pictures of cards: something that is done, or not done. */
export const cardPictures = [
	'tell',
	'call',
	'breathe',
	'hospital',
	'leave-place',
	'stay-close',
	'listen',
	'ask-plainly',
	'lock-away',
	'no-pay',
	'no-send',
	'no-answer',
	'no-forward',
	'no-meeting',
	'close-page',
	'keep-proof',
	'note-down',
	'block',
	'take-down',
	'new-password',
	'log-out',
	'bank',
	'pause',
	'repair',
	'together',
	'no-fault',
	'keep-papers',
	'limits',
	'describe',
	'warn-others',
] as const

export type CardPicture = (typeof cardPictures)[number]

const card = v.strictObject({ picture: v.picklist(cardPictures), do: line(70), how: line(160) })

const frontMatter = v.strictObject({
	/** Three things to do now: a few words, and one sentence under them. */
	now: v.pipe(v.array(card), v.length(3, 'must hold exactly three things to do now')),
	/** Reason for these three, in one line. */
	why: line(160),
	/** Reason why the first door stands first. */
	door: line(120),
	/** The door that this reason is true of, where it is not true of whoever may stand first at another hour. */
	doorOf: v.optional(slug),
	sources: v.pipe(v.array(slug), v.nonEmpty('must name at least one source')),
	review: v.strictObject({ native: reviewState, specialist: reviewState, jurist: reviewState }),
	checked: checkedOn,
})

/**
 * An answer for one person in one situation: their own first things to do and their own words, in a language. `say` is Markdown: who the
 * words are for, then the words as a quotation.
 */
export type Answer = v.InferOutput<typeof frontMatter> & {
	situation: string
	asker: Asker
	language: Language
	say: string
}

/** Path of an answer in the tree. */
export const answerFile = (situation: string, asker: string, language: string): string =>
	`content/answers/${situation}/${asker}/${language}.md`

const filePath = new RegExp(`answers/([a-z-]+)/(${askers.join('|')})/(${languages.join('|')})\\.md$`, 'u')

const refuse = (message: string): { ok: false; issues: Issue[] } => ({
	ok: false,
	issues: [{ path: '1', message }],
})

/** Parses a file `content/answers/<situation>/<asker>/<lang>.md`; gives every issue when it cannot. */
export const parseAnswer = (path: string, text: string): Result<Answer> => {
	const [, situation = '', asker = '', language = ''] = filePath.exec(path) ?? []
	if (situation === '') return refuse('does not stand at answers/<situation>/<asker>/<lang>.md')
	const end = text.indexOf('\n---', 3)
	if (!text.startsWith('---\n') || end < 0) return refuse('has no front matter between two lines of ---')
	let raw: unknown
	try {
		raw = parse(text.slice(4, end), { schema: 'failsafe' })
	} catch (error) {
		return refuse(`front matter is not YAML: ${String(error).split('\n')[0]}`)
	}
	const matter = v.safeParse(frontMatter, raw)
	if (!matter.success)
		return {
			ok: false,
			issues: matter.issues.map((issue) => ({
				path: '1',
				message: `${v.getDotPath(issue) ?? 'front matter'}: ${issue.message}`,
			})),
		}
	const sections = splitSections(text.slice(end + 4))
	const [say] = sections
	if (!say || sections.length > 1 || say.id !== 'say') return refuse('wants one section, say')
	return {
		ok: true,
		value: {
			...matter.output,
			situation,
			asker: asker as Asker,
			language: language as Language,
			say: say.markdown,
		},
	}
}

/** The blocks of `say`: lines that say whom it is for, and quotations. */
const countQuotes = (say: string): { quotes: number; bare: number } => {
	const blocks = say.split(/\n{2,}/u)
	const isQuote = (block: string | undefined): boolean => block?.startsWith('>') === true
	const quotes = blocks.filter(isQuote).length
	const bare = blocks.filter(
		(block, index) => isQuote(block) && (index === 0 || isQuote(blocks[index - 1])),
	).length
	return { quotes, bare }
}

/** Lists what an answer says, a line each, before the words to say. */
const toLines = ({ now, why, door }: Answer): string[] => [
	...now.flatMap((one) => [one.do, one.how]),
	why,
	door,
]

/** Everything an answer says, a line each. */
export const toAnswerTexts = (answer: Answer): string[] => [...toLines(answer), toPlainText(answer.say)]

/** Finds what is wrong with the words of an answer; empty when nothing is. */
export const checkAnswer = (answer: Answer, terms: readonly DiscouragedTerm[]): Issue[] => {
	const { asker, language } = answer
	const text = toAnswerTexts(answer).join('\n')
	const { quotes, bare } = countQuotes(answer.say)
	const found = [
		...answer.now
			.filter((one) => toWords(one.do).length > mostWordsOfCard)
			.map((one) => `card of ${toWords(one.do).length} words, at most ${mostWordsOfCard}: "${one.do}"`),
		...(quotes < 1 || quotes > 4 ? [`say holds ${quotes} quotations, wanted 1 to 4`] : []),
		...(bare > 0 ? ['say holds a quotation without a line that says whom it is for'] : []),
		...checkTerms(text, terms),
		...checkAddresses(text),
		...(asker === 'child' && language === 'ar' ? checkVowels([...toLines(answer), answer.say]) : []),
	]
	return found.map((message) => ({ path: '1', message }))
}
