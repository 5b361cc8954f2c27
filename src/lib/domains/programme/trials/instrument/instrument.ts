/**
 * The forms that classes fill in before a lesson, after it and eight weeks later: what pupils know, whether they would ask for help, whether they are
 * afraid. Three forms of twelve items with one plan, so that nobody answers the same item twice. Nobody has tried them with pupils yet.
 */
import type { Language } from '#base'
import {
	checkedOn,
	checkTerms,
	checkVowels,
	getLimits,
	line,
	reviewed,
	toSentences,
	toWords,
} from '#domains/guide'
import type { Library } from '#domains/guide'
import * as v from 'valibot'

export const formNames = ['a', 'b', 'c'] as const
export type FormName = (typeof formNames)[number]

/** Pupils from about 8 to 11, and from about 12 to 17. */
export const formReaders = ['children', 'teens'] as const
export type FormReaders = (typeof formReaders)[number]

/** Kinds of answers: the one that helps; one that does nothing or keeps it to itself; one in haste. Every item has one of each. */
export const answerKinds = ['right', 'quiet', 'rash'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** Abilities that a form asks about, two items each. */
export const formSkills = ['keys', 'traps', 'strangers', 'pictures', 'together', 'telling'] as const

export const itemsOfForm = 12

const ofTwelve = <Schema extends v.GenericSchema>(item: Schema) =>
	v.pipe(v.array(item), v.length(itemsOfForm, `must have ${itemsOfForm} entries`))
const sentences = (count: number) =>
	v.pipe(v.array(line(120)), v.length(count, `must have ${count} sentences`))

/** Order of the three answers on paper: r right, q quiet, h in haste. */
const order = v.picklist(['rqh', 'rhq', 'qrh', 'hrq', 'qhr', 'hqr'])

/** Schema of `instrument.yaml`. */
export const instrumentFrame = v.strictObject({
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** True once a pilot with pupils has been published. */
	validated: v.boolean(),
	skills: ofTwelve(v.picklist(formSkills)),
	orders: v.strictObject({ a: ofTwelve(order), b: ofTwelve(order), c: ofTwelve(order) }),
})
export type InstrumentFrame = v.InferOutput<typeof instrumentFrame>

const item = v.strictObject({ ask: line(120), right: line(60), quiet: line(60), rash: line(60) })

/** Schema of `<readers>/<language>.yaml`: the words of the forms. `levels`: from no to very much, what is asked of fear and help. */
export const instrumentWords = v.strictObject({
	title: line(70),
	intro: line(200),
	question: line(60),
	levels: v.pipe(v.array(line(30)), v.length(4, 'must have 4 levels')),
	forms: v.strictObject({ a: ofTwelve(item), b: ofTwelve(item), c: ofTwelve(item) }),
	fear: sentences(3),
	help: sentences(2),
	review: reviewed,
	checked: checkedOn,
})
export type InstrumentWords = v.InferOutput<typeof instrumentWords>

export type TrialForms = InstrumentFrame & {
	words: Readonly<Record<FormReaders, Readonly<Partial<Record<Language, InstrumentWords>>>>>
}

/** Everything that a pupil reads in one language. */
export const toFormTexts = ({
	title,
	intro,
	question,
	levels,
	forms,
	fear,
	help,
}: InstrumentWords): string[] => [
	title,
	intro,
	question,
	...levels,
	...fear,
	...help,
	...formNames.flatMap((name) =>
		forms[name].flatMap(({ ask, right, quiet, rash }) => [ask, right, quiet, rash]),
	),
]

/** Counts signs that are read: vowel marks of Arabic take no room. */
export const getWidth = (text: string): number => Array.from(text.replaceAll(/\p{M}/gu, '')).length

/** Most items of a form whose right answer may be the longest, or the shortest: whoever goes by length knows no more than half. */
const [mostLongest, mostShortest] = [5, 6]

const findLengthFaults = (words: InstrumentWords): string[] =>
	formNames.flatMap((name) => {
		const widths = words.forms[name].map(({ right, quiet, rash }) => ({
			own: getWidth(right),
			others: [getWidth(quiet), getWidth(rash)],
		}))
		const longest = widths.filter(({ own, others }) => own > Math.max(...others)).length
		const shortest = widths.filter(({ own, others }) => own < Math.min(...others)).length
		return [
			...(longest > mostLongest
				? [`forms.${name}: the right answer is the longest of ${longest} items`]
				: []),
			...(shortest > mostShortest
				? [`forms.${name}: the right answer is the shortest of ${shortest} items`]
				: []),
		]
	})

/** Finds what is wrong with the words of one language. */
export const findInstrumentFaults = (
	words: InstrumentWords,
	{ readers, language }: { readers: FormReaders; language: Language },
	terms: Library['terms'],
): string[] => {
	const texts = toFormTexts(words)
	const { longest } = getLimits(readers, language)
	const long = texts.flatMap(toSentences).filter((sentence) => toWords(sentence).length > longest)
	const asked = formNames.flatMap((name) => words.forms[name].map(({ ask }) => ask))
	return [
		...long.map(
			(sentence) => `sentence of ${toWords(sentence).length} words, at most ${longest}: ${sentence}`,
		),
		...(readers === 'children' && language === 'ar' ? checkVowels(texts) : []),
		...checkTerms(texts.join('\n'), terms[language] ?? []),
		...asked.filter((one, at) => asked.indexOf(one) !== at).map((one) => `is asked twice: ${one}`),
		...findLengthFaults(words),
	]
}

const letters = ['a', 'b', 'c'] as const
const kindOf = { r: 'right', q: 'quiet', h: 'rash' } as const
const isSign = (sign: string): sign is keyof typeof kindOf => sign in kindOf

/** Kinds of the answers of an item, in their order on paper. */
export const toKinds = (of: string): AnswerKind[] =>
	Array.from(of)
		.filter(isSign)
		.map((sign) => kindOf[sign])

/** Letters of the right answers of a form. */
export const getRightLetters = ({ orders }: Pick<InstrumentFrame, 'orders'>, name: FormName): string =>
	orders[name].map((one) => letters[one.indexOf('r')] ?? '').join('')

/** Finds where one form of the frame is not like another: skills in pairs, letters of the right answers, orders of the answers. */
export const findFrameFaults = (frame: InstrumentFrame): string[] => {
	const count = (all: readonly string[], one: string): number => all.filter((it) => it === one).length
	return [
		...formSkills
			.filter((skill) => count(frame.skills, skill) !== 2)
			.map((skill) => `skills: ${skill} must be there twice`),
		...formNames.flatMap((name) =>
			letters
				.filter(
					(letter) => count(getRightLetters(frame, name).split(''), letter) !== itemsOfForm / letters.length,
				)
				.map((letter) => `orders.${name}: ${letter} must be right four times`),
		),
		...formNames.flatMap((name) =>
			['rqh', 'rhq', 'qrh', 'hrq', 'qhr', 'hqr']
				.filter((one) => count(frame.orders[name], one) !== 2)
				.map((one) => `orders.${name}: ${one} must be there twice`),
		),
	]
}
