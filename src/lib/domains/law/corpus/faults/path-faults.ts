import { languages, type Language } from '#base'
import { checkAddresses, checkTerms, type Library } from '#domains/guide'
import { toPlainLetters } from '#tools/script/tashkil'
import { isPresent } from '../../present.ts'
import { articleNumber, findChildFaults } from '../child-telling.ts'
import { pathQuestions, pathReaders, type LawPath, type LawPathWords, type PathReader } from '../law-path.ts'
import { getIndex, type Law } from '../law.ts'

/** All sentences of one language, as a reader meets them. */
const toTexts = ({ title, intro, steps, unknown }: LawPathWords): string[] => [
	title,
	intro,
	...Object.values(steps).flatMap((step) =>
		[step.title, ...pathQuestions.map((it) => step[it])].filter(isPresent),
	),
	...unknown,
]

const findWordFaults = (
	reader: PathReader,
	words: LawPathWords,
	{ language, library }: { language: Language; library: Library },
): string[] => {
	const texts = toTexts(words)
	const numbered = texts.find((text) => articleNumber.test(toPlainLetters(text)))
	return [
		...checkTerms(texts.join('\n'), library.terms[language] ?? []),
		...checkAddresses(texts.join('\n')),
		...(numbered === undefined ? [] : [`names an article ("${numbered}"): path.yaml names it`]),
		...(reader === 'children' ? findChildFaults(texts.join('\n'), language) : []),
	]
}

/** `15 days`: a number in an answer is one that its articles say. */
const findNumberFaults = (law: Law, words: LawPathWords): string[] => {
	const { provisions } = getIndex(law)
	return law.path.steps.flatMap(({ id, answers }) =>
		pathQuestions.flatMap((question) => {
			const read = (answers[question] ?? []).flatMap((article) =>
				Object.values(provisions.get(article)?.says ?? {}),
			)
			const said = new Set(read.join(' ').match(/\d+/gu))
			return (words.steps[id][question]?.match(/\d+/gu) ?? [])
				.filter((number) => !said.has(number))
				.map((number) => `${id}.${question} says ${number}, which its articles do not`)
		}),
	)
}

/** The questions that a language answers at each step; all languages of a reader answer the same. */
const toShape = (path: LawPath, words: LawPathWords): string =>
	[
		...path.steps.map(({ id }) => [id, ...pathQuestions.filter((it) => words.steps[id][it])].join(' ')),
		`${words.unknown.length} unknown`,
	].join('; ')

const findReaderFaults = (law: Law, reader: PathReader, library: Library): string[] => {
	const { path } = law
	const written = languages.flatMap((language) => {
		const words = path.words[reader][language]
		return words ? [{ language, words, shape: toShape(path, words) }] : []
	})
	const [first] = written
	return [
		...languages.filter((it) => !path.words[reader][it]).map((it) => `${reader}/${it} is missing`),
		...written.flatMap(({ language, words, shape }) =>
			[
				...findWordFaults(reader, words, { language, library }),
				...findNumberFaults(law, words),
				...path.steps.flatMap(({ id, answers }) =>
					pathQuestions
						.filter((it) => words.steps[id][it] !== undefined && !answers[it])
						.map((it) => `${id}.${it} rests on no article`),
				),
				...(shape === first?.shape ? [] : [`answers ${shape}; ${first?.language} answers ${first?.shape}`]),
			].map((fault) => `${reader}/${language} ${fault}`),
		),
	]
}

/** Finds what is wrong with the way from telling to judgment: articles, languages, length, numbers that no article says. */
export const findPathFaults = (law: Law, library: Library): string[] => {
	const { provisions, instruments } = getIndex(law)
	const cited = law.path.steps.flatMap(({ answers }) => Object.values(answers).flat())
	return [
		...law.path.texts.filter((id) => !instruments.has(id)).map((id) => `text ${id} is not there`),
		...[...new Set(cited)].flatMap((id) => {
			const provision = provisions.get(id)
			if (!provision) return [`provision ${id} is not there`]
			if (provision.confidence !== 'sure')
				return [`provision ${id} was not read: it is ${provision.confidence}`]
			return law.path.texts.includes(provision.instrument)
				? []
				: [`provision ${id} stands in none of the texts that were read`]
		}),
		...pathReaders.flatMap((reader) => findReaderFaults(law, reader, library)),
	]
}
