import { languages, type Language } from '#base'
import type { Library } from '#domains/guide'
import type { PenaltyClaim } from '../../penalty/penalty-lexicon.ts'
import { readPenalty, type PenaltyRead } from '../../penalty/read-penalty.ts'
import { isPresent } from '../../present.ts'
import { getIndex, type Law } from '../law.ts'
import type { LawSituation } from '../law-situation.ts'
import type { Provision } from '../provision.ts'

/** A check for each claim of the words: does the record say so. */
const holds: Readonly<Record<PenaltyClaim, (provision: Provision) => boolean>> = {
	prison: ({ penalty }) => penalty?.prison !== undefined,
	habs: ({ penalty }) => penalty?.prison?.kind === 'habs',
	sijn: ({ penalty }) => penalty?.prison !== undefined && penalty.prison.kind !== 'habs',
	felony: ({ penalty }) => penalty?.prison !== undefined && penalty.prison.kind !== 'habs',
	fine: ({ penalty }) => (penalty?.fine ?? penalty?.legalPersonFine) !== undefined,
	and: ({ penalty }) => penalty?.rule === 'and',
	either: ({ penalty }) => penalty?.rule === 'either-or-both',
	'fine-only': ({ penalty }) => penalty?.rule === 'fine-only',
	doubled: ({ variant, penalty }) => variant === 'dbl' || (penalty?.doubledIf ?? []).length > 0,
	attempt: ({ attemptPunished }) => attemptPunished === true,
}

const hasMonths = (months: number, { penalty }: Provision): boolean =>
	penalty?.prison?.from === months || penalty?.prison?.to === months

const hasDirhams = (dirhams: number, { penalty }: Provision): boolean =>
	[penalty?.fine, penalty?.legalPersonFine].some((fine) => fine?.from === dirhams || fine?.to === dirhams)

/** An article that punishes several acts may double for some of them only: then the acts that a sentence names count. */
const covers = ({ acts }: Provision, named: readonly string[]): boolean =>
	acts === undefined || named.every((act) => (acts as readonly string[]).includes(act))

/** The claims of a sentence that hold for none (`some`) or not for all (`every`) of these records. */
const findUnproved = (
	{ claims, acts, months, dirhams }: PenaltyRead,
	records: readonly Provision[],
	how: 'some' | 'every',
): string[] => {
	const isProved = (test: (record: Provision) => boolean): boolean =>
		how === 'every' ? records.every(test) : records.some(test)
	return [
		...claims.filter((claim) => !isProved((record) => holds[claim](record) && covers(record, acts))),
		...months
			.filter((count) => !records.some((it) => hasMonths(count, it)))
			.map((count) => `${count} months`),
		...dirhams
			.filter((count) => !records.some((it) => hasDirhams(count, it)))
			.map((count) => `${count} dirhams`),
	]
}

const toList = (names: readonly string[]): string => names.join(', ')

/** Finds what is wrong with the articles and acts that a sentence of `they` is said to come from. */
const findMarkFaults = (law: Law, { provisions, they }: LawSituation): string[] => {
	const index = getIndex(law).provisions
	const linked = new Set(provisions.map(({ id }) => id))
	return they.flatMap(({ from, acts }) => {
		const limited = from.map((id) => index.get(id)).filter((record) => record?.acts !== undefined)
		const known = limited.every((record) => acts.every((act) => record?.acts?.includes(act)))
		return [
			...from
				.filter((id) => !linked.has(id))
				.map((id) => `they comes from ${id}, which the situation does not link`),
			...(limited.length > 0 && acts.length === 0
				? [`they comes from ${toList(from)}, which punishes several acts: name the acts`]
				: []),
			...(known ? [] : [`they names ${toList(acts)}, which ${toList(from)} does not punish`]),
		]
	})
}

/** Finds what a sentence of `they` says that the articles it comes from do not. */
const findSentenceFaults = (law: Law, situation: LawSituation, language: Language): string[] => {
	const sentences = situation.words[language]?.adults.they
	if (!sentences) return []
	if (sentences.length !== situation.they.length)
		return [`words.${language} have ${sentences.length} sentences in they, and not ${situation.they.length}`]
	return situation.they.flatMap(({ from, acts }, at) => {
		const read = readPenalty(sentences[at] ?? '', language)
		const records = from.map((id) => getIndex(law).provisions.get(id)).filter(isPresent)
		const limited = records.some((record) => record.acts !== undefined)
		const others = limited ? read.acts.filter((act) => !acts.includes(act)) : []
		const unproved = findUnproved({ ...read, acts }, records, 'every')
		const place = `words.${language} they, sentence ${at + 1},`
		return [
			...(unproved.length > 0 ? [`${place} says ${toList(unproved)}, which ${toList(from)} does not`] : []),
			...(others.length > 0 ? [`${place} speaks of ${toList(others)}, which its acts do not name`] : []),
		]
	})
}

/** Finds where languages do not claim the same. `habs` and `sijn` have words of their own in some languages only. */
const findDisagreements = ({ they, words }: LawSituation): string[] => {
	const toClaims = (language: Language, at: number): string =>
		toList(
			readPenalty(words[language]?.adults.they[at] ?? '', language).claims.filter(
				(claim) => claim !== 'habs' && claim !== 'sijn',
			),
		)
	const written = languages.filter((language) => words[language]?.adults.they.length === they.length)
	const [first, ...others] = written
	if (!first) return []
	return they.flatMap((_, at) =>
		others
			.filter((language) => toClaims(language, at) !== toClaims(first, at))
			.map(
				(language) =>
					`they, sentence ${at + 1}, says in ${language}: ${toClaims(language, at) || 'nothing'}; in ${first}: ${toClaims(first, at) || 'nothing'}`,
			),
	)
}

const toSentences = (text: string): string[] => text.split(/(?<=[.؟?!;؛])\s+/u)

/** The articles that a sentence names, `503-2`: numbers of fewer than three figures may be anything. */
const findNamed = (sentence: string, records: readonly Provision[]): Provision[] => {
	const numbers = new Set(sentence.match(/\d{3}(?:-\d+)*/gu) ?? [])
	return records.filter(({ article }) => numbers.has(article))
}

const findTextFaults = (text: string, language: Language, records: readonly Provision[]): string[] => {
	let about: readonly Provision[] = records
	return toSentences(text).flatMap((sentence) => {
		const named = findNamed(sentence, records)
		if (named.length > 0) about = named
		const read = readPenalty(sentence, language)
		// what makes an offence may be a felony too: "whoever threatens with a felony"
		const claims = read.claims.filter((claim) => claim !== 'felony')
		const unproved = findUnproved({ ...read, claims }, about, 'some')
		return unproved.length > 0
			? [`says ${toList(unproved)}, which ${toList(about.map(({ id }) => id))} does not: "${sentence}"`]
			: []
	})
}

const findTellingFaults = (law: Law, situation: LawSituation): string[] => {
	const records = situation.provisions.map(({ id }) => getIndex(law).provisions.get(id)).filter(isPresent)
	return languages.flatMap((language) => {
		const { children, teens, adults } = situation.words[language] ?? {}
		const texts: Readonly<Record<string, string | undefined>> = {
			says: situation.says[language],
			cautions: situation.cautions[language],
			gap: situation.gap?.[language],
			'words for children': children && Object.values(children).join(' '),
			'words for teens': teens && Object.values(teens).join(' '),
			'words for adults': adults?.law,
			'gap in the words for adults': adults?.gap,
		}
		return Object.entries(texts).flatMap(([place, text]) =>
			findTextFaults(text ?? '', language, records).map((fault) => `${place}, ${language}, ${fault}`),
		)
	})
}

/**
 * Finds what the tellings say about penalties and the records do not: a word (`doubled`, `prison`, `a fine`), a length, an
 * amount. A sentence of `they` answers for the articles and acts that it is said to come from, any other sentence for the
 * articles it names, or that the situation links.
 */
export const findPenaltyFaults = (law: Law): { id: string; fault: string }[] =>
	law.situations.flatMap((situation) =>
		[
			...findMarkFaults(law, situation),
			...languages.flatMap((language) => findSentenceFaults(law, situation, language)),
			...findDisagreements(situation),
			...findTellingFaults(law, situation),
		].map((fault) => ({ id: situation.id, fault })),
	)

/** The same for the line about the law on pages of advice: every sentence answers for the articles that its page cites. */
export const findPageFaults = (law: Law, library: Library): { file: string; fault: string }[] => {
	const { provisions } = getIndex(law)
	return library.pages.flatMap(({ topic, audience, language, law: cited, sections }) => {
		const records = cited.map((id) => provisions.get(id)).filter(isPresent)
		return findTextFaults(sections.law.markdown, language, records).map((fault) => ({
			file: `content/topics/${topic}/${audience}/${language}.md`,
			fault,
		}))
	})
}
