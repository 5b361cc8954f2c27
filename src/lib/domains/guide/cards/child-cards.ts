import { languages, ok, type Issue, type Language, type Result } from '#base'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import * as v from 'valibot'
import { checkAddresses, checkTerms, type DiscouragedTerm } from '../page/page-check.ts'
import { toWords } from '../page/reading-level.ts'
import { checkVowels } from '../page/vowels.ts'
import { inLanguages, slug } from '../topic.ts'

/** Cards of a topic: one a screen, the last is shown to a grown-up. */
export const cardCount = 6
/** Words that a card has at most, in every language. */
export const mostWords = 12

const card = v.strictObject({
	/** Id of a picture in `content/scenes`. */
	scene: slug,
	/** The sentence under it. */
	say: inLanguages,
	/** The same as it is said in Darija, for a recording; without it the Arabic sentence is read. */
	darija: v.optional(v.pipe(v.string(), v.nonEmpty())),
	/** Shows the numbers for danger below the sentence. */
	calls: v.optional(v.boolean(), false),
})
const cardsFile = v.pipe(v.array(card), v.length(cardCount))

/** A picture with one sentence, for a child who does not read yet. */
export type ChildCard = v.InferOutput<typeof card>
/** The six cards of a topic, in their order: what happens, no fault of yours, two things to do, who helps, show it to a grown-up. */
export type ChildCards = { topic: string; cards: readonly ChildCard[] }

const path = /^content\/topics\/([a-z0-9-]+)\/children\/cards\.yaml$/u

/** True for the file of the cards of a topic. */
export const isCardsFile = (file: string): boolean => path.test(file)

type Terms = Partial<Record<Language, readonly DiscouragedTerm[]>>

const checkSentence = (text: string, language: Language, terms: Terms): string[] => {
	const count = toWords(text).length
	return [
		...(count > mostWords ? [`${count} words, at most ${mostWords}`] : []),
		...checkTerms(text, terms[language] ?? []),
		...checkAddresses(text),
		...(language === 'ar' ? checkVowels([text]) : []),
	]
}

/**
 * Finds what is wrong with the words of cards: too many, terms to avoid, an address or a number that the page adds itself, in Arabic a word
 * without its vowel marks. One line each, beginning with the number of the card and the language.
 */
export const checkCards = ({ cards }: ChildCards, terms: Terms): Issue[] =>
	cards.flatMap(({ say, darija }, index) =>
		[
			...languages.flatMap((language) =>
				checkSentence(say[language], language, terms).map((fault) => `${language}: ${fault}`),
			),
			...(darija === undefined ? [] : checkAddresses(darija).map((fault) => `darija: ${fault}`)),
		].map((fault) => ({ path: '1', message: `card ${index + 1}, ${fault}` })),
	)

/** Reads `content/topics/<topic>/children/cards.yaml`. */
export const parseCards = (file: string, text: string): Result<ChildCards> => {
	const parsed = parseTypedYaml(text, cardsFile)
	return parsed.ok ? ok({ topic: path.exec(file)?.[1] ?? '', cards: parsed.value }) : parsed
}

/** One picture has one meaning: finds those that stand over two different sentences, with the topics in which they do. */
export const findTwoMeanings = (all: readonly ChildCards[]): string[] => {
	const first = new Map<string, { topic: string; say: ChildCard['say'] }>()
	return all.flatMap(({ topic, cards }) =>
		cards.flatMap(({ scene, say }) => {
			const known = first.get(scene)
			if (!known) first.set(scene, { topic, say })
			const isSame = !known || languages.every((language) => known.say[language] === say[language])
			return isSame ? [] : [`${scene} means one thing in ${known.topic} and another in ${topic}`]
		}),
	)
}
