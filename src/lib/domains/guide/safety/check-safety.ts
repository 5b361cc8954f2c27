import { languages, type Language } from '#base'
import { isAbout, isOn, meets } from './is-about.ts'
import { compile, read, type ReadText } from './read-text.ts'
import type { Place, SafetyMessage } from './safety-message.ts'
import type { SafetyText } from './safety-text.ts'
import { findHits, isAffirmed } from './scope.ts'

type Lack = { place: Place; pattern: string }

/** Patterns that are not found where the message wants them. */
const findLacks = ({ must, where, urgent }: SafetyMessage, { text, words }: ReadText): Lack[] =>
	where.flatMap((place) => {
		const said = words[place]
		if (said === undefined) return []
		return (must?.[text.language] ?? [])
			.filter((pattern) => !isAffirmed(compile(pattern), { words: said, language: text.language, urgent }))
			.map((pattern) => ({ place, pattern }))
	})

const isSaid = (message: SafetyMessage, language: Language, words: string): boolean =>
	message.must !== undefined && message.must[language].every((pattern) => compile(pattern).test(words))

const says = (message: SafetyMessage, { text, words }: ReadText): boolean =>
	message.where.some((place) => isSaid(message, text.language, words[place] ?? ''))

const quote = (languagesOf: readonly Language[]): string => [...new Set(languagesOf)].join(', ')

/** A message, and the texts that it is about. */
type Judge = { message: SafetyMessage; held: readonly ReadText[] }

const toSets = (reads: readonly ReadText[]): ReadText[][] => {
	const sets = new Map<string, ReadText[]>()
	for (const one of reads) sets.set(one.text.set, [...(sets.get(one.text.set) ?? []), one])
	return [...sets.values()]
}

const findForbidden = ({ message, held }: Judge): string[] =>
	held.flatMap(({ text, words }) =>
		(message.never?.[text.language] ?? []).flatMap((pattern) => {
			const [found] = message.where.flatMap((place) => compile(pattern).exec(words[place] ?? '') ?? [])
			return found === undefined
				? []
				: [`${text.file}:1: says what "${message.id}" forbids ("${found}"): ${message.says}`]
		}),
	)

/** True of an answer that is named: by situation, then by who reads. */
const isNamed = (named: SafetyMessage['always'], { file, situations, askers }: SafetyText): boolean =>
	file.startsWith('content/answers/') &&
	situations.some((situation) => named[situation]?.some((asker) => askers.includes(asker)))

/** Finds answers whose cards have to say it and leave it to the words under them. */
const findMissingInCards = ({ message, held }: Judge): string[] =>
	held
		.filter(({ text }) => isNamed(message.inCards, text))
		.flatMap((one) => {
			const [first] = findLacks({ ...message, where: ['now'] }, one)
			return first === undefined
				? []
				: [`${one.text.file}:1: lacks "${message.id}" in its cards (/${first.pattern}/): ${message.says}`]
		})

/** Finds what says the message with a negation before it: the opposite of the message. */
const findDenied = ({ message, held }: Judge): string[] =>
	message.need === 'free' || message.broad
		? []
		: held.flatMap(({ text, words }) => {
				const [found] = message.where.flatMap((place) =>
					(message.must?.[text.language] ?? []).flatMap((pattern) =>
						findHits(compile(pattern), {
							words: words[place] ?? '',
							language: text.language,
							urgent: message.urgent,
						}).filter(({ denied }) => denied),
					),
				)
				return found === undefined
					? []
					: [`${text.file}:1: says the opposite of "${message.id}" (not "${found.found}"): ${message.says}`]
			})

const findMissing = ({ message, held }: Judge): string[] => {
	if (message.need === 'every')
		return held.flatMap((one) =>
			findLacks(message, one).map(
				({ place, pattern }) =>
					`${one.text.file}:1: lacks "${message.id}" in ${place} (/${pattern}/): ${message.says}`,
			),
		)
	const always = held
		.filter(({ text }) => isNamed(message.always, text))
		.flatMap((one) => {
			const [first] = findLacks(message, one)
			return first === undefined
				? []
				: [`${one.text.file}:1: lacks "${message.id}" (/${first.pattern}/): ${message.says}`]
		})
	if (message.need !== 'same') return always
	const others = held.filter(({ text }) => !isNamed(message.always, text))
	return [
		...always,
		...toSets(others).flatMap((set) => {
			const lacking = set.filter((one) => findLacks(message, one).length > 0)
			if (lacking.length === set.length) return []
			const saying = set.filter((one) => !lacking.includes(one)).map(({ text }) => text.language)
			return lacking.map((one) => {
				const [first] = findLacks(message, one)
				return `${one.text.file}:1: lacks "${message.id}" (/${first?.pattern ?? ''}/), which stands there in ${quote(saying)}: ${message.says}`
			})
		}),
	]
}

/** Lists the languages in which nothing says it, or speaks of what it forbids. */
const findSilent = ({ message, held }: Judge): string[] => {
	if (message.need === 'free' && message.must) return []
	const carrying = held.filter((one) => findLacks(message, one).length === 0)
	const silent = languages.filter((language) => !carrying.some(({ text }) => text.language === language))
	if (silent.length === 0) return []
	return [
		held.length === 0
			? `${message.at}: ${message.id} speaks of nothing: no text is about it`
			: `${message.at}: ${message.id} stands nowhere in ${quote(silent)}: ${message.says}`,
	]
}

/** Finds where one language of a text says what another forbids. */
const findOpposed = (messages: readonly SafetyMessage[], reads: readonly ReadText[]): string[] => {
	const byId = new Map(messages.map((message) => [message.id, message]))
	return messages.flatMap((message) =>
		message.opposes.flatMap((id) => {
			const other = byId.get(id)
			if (!other) return []
			return toSets(reads.filter(({ text }) => isAbout(message, text) && isAbout(other, text))).flatMap(
				(set) => {
					const against = set.filter((one) => says(other, one)).map(({ text }) => text.language)
					if (against.length === 0) return []
					return set
						.filter((one) => says(message, one))
						.map(
							({ text }) =>
								`${text.file}:1: says "${message.id}", and "${id}" stands there in ${quote(against)}: ${message.says}`,
						)
				},
			)
		}),
	)
}

const findWrongReader = (message: SafetyMessage, reads: readonly ReadText[]): string[] =>
	message.notFor.length === 0
		? []
		: reads
				.filter(
					({ text, all }) =>
						meets(message.notFor, text.askers) && isOn(message, text) && isSaid(message, text.language, all),
				)
				.map(
					({ text }) =>
						`${text.file}:1: says "${message.id}" to ${text.askers.join(', ')}, who must not read it: ${message.says}`,
				)

const judge = (message: SafetyMessage, reads: readonly ReadText[]): Judge => ({
	message,
	held: reads.filter(({ text }) => isAbout(message, text)),
})

/**
 * Checks what texts lack, and what they say and may not, a line each: `file:line: reason`.
 *
 * @param home - messages whose first place is one of these have to be found among these texts
 */
export const checkSafety = (
	messages: readonly SafetyMessage[],
	texts: readonly SafetyText[],
	home: readonly Place[],
): string[] => {
	const reads = texts.map(read)
	return [
		...messages.flatMap((message) => {
			const one = judge(message, reads)
			return [
				...findMissing(one),
				...findMissingInCards(one),
				...findForbidden(one),
				...findDenied(one),
				...findWrongReader(message, reads),
				...(message.where.slice(0, 1).some((place) => home.includes(place)) ? findSilent(one) : []),
			]
		}),
		...findOpposed(messages, reads),
	]
}

/** Number of texts of a language that carry a message, and of those it is about. */
export type ParityCount = { carry: number; of: number }

/** A row of the parity table. */
export type ParityRow = { message: SafetyMessage; counts: Readonly<Record<Language, ParityCount>> }

/** Messages and languages: how many texts carry each. What is only forbidden is carried by every text that keeps to it. */
export const countParity = (
	messages: readonly SafetyMessage[],
	texts: readonly SafetyText[],
): ParityRow[] => {
	const reads = texts.map(read)
	return messages.map((message) => {
		const one = judge(message, reads)
		const count = (language: Language): ParityCount => {
			const mine = one.held.filter(({ text }) => text.language === language)
			const carrying = mine.filter(
				(each) =>
					findLacks(message, each).length === 0 && findForbidden({ message, held: [each] }).length === 0,
			)
			return { carry: carrying.length, of: mine.length }
		}
		return {
			message,
			counts: Object.fromEntries(
				languages.map((language) => [language, count(language)]),
			) as ParityRow['counts'],
		}
	})
}
