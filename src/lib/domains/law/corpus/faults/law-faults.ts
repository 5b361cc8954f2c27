import { languages, type Language } from '#base'
import { checkAddresses, checkTerms, type Library } from '#domains/guide'
import { findChildFaults } from '../child-telling.ts'
import { getIndex, type Law } from '../law.ts'
import type { LawTexts } from '../law-words.ts'
import { findPenaltyFaults } from './penalty-faults.ts'

/** A record, and what is wrong with it. */
export type Fault = { id: string; fault: string }

type Ids = ReadonlyMap<string, unknown> | ReadonlySet<string>

const findStrangers = (
	id: string,
	{ what, named, known }: { what: string; named: readonly string[]; known: Ids },
): Fault[] =>
	named.filter((name) => !known.has(name)).map((name) => ({ id, fault: `${what} ${name} is not there` }))

const getRecords = (law: Law) => [
	...law.instruments,
	...law.provisions,
	...law.mappings,
	...law.situations,
	...law.versions,
]

const findGroundFaults = (law: Law): Fault[] => {
	const { sources, questions } = getIndex(law)
	const cited = new Set<string>()
	const faults = getRecords(law).flatMap(({ id, sources: from, questions: open, notes }) => {
		for (const source of from) cited.add(source)
		return [
			...findStrangers(id, { what: 'source', named: from, known: sources }),
			...findStrangers(id, { what: 'question', named: open, known: questions }),
			...notes.flatMap(({ see }) => findStrangers(id, { what: 'record', named: see, known: law.places })),
			...notes.flatMap(({ between }) =>
				findStrangers(id, { what: 'source', named: between, known: sources }),
			),
		]
	})
	for (const { id } of law.sources)
		if (!cited.has(id)) faults.push({ id, fault: 'is an orphan: no record names this source' })
	return faults
}

const findProvisionFaults = (law: Law): Fault[] => {
	const { provisions, instruments } = getIndex(law)
	return law.provisions.flatMap(({ id, instrument, variant, variantOf, kind, level }) => {
		const faults: Fault[] = []
		const want = (holds: boolean, fault: string): void => {
			if (!holds) faults.push({ id, fault })
		}
		want(instruments.has(instrument), `is an orphan: instrument ${instrument} is not there`)
		want((variant === undefined) === (variantOf === undefined), 'variant and variantOf go together')
		want(
			variantOf === undefined || provisions.get(variantOf)?.instrument === instrument,
			`is a variant of ${variantOf}, which is not of this instrument`,
		)
		want(
			(kind === 'treaty-obligation') <= (level === 'international'),
			'only a treaty holds a treaty-obligation',
		)
		return faults
	})
}

const findMappingFaults = (law: Law): Fault[] => {
	const { provisions, mappingOf } = getIndex(law)
	return law.mappings.flatMap(({ id, asks, convention, answers, like }) => {
		const faults = findStrangers(id, {
			what: 'provision',
			named: [asks, ...answers, ...like],
			known: provisions,
		})
		const want = (holds: boolean, fault: string): void => {
			if (!holds) faults.push({ id, fault })
		}
		want(mappingOf.get(asks)?.id === id, `${asks} is mapped twice`)
		want(provisions.get(asks)?.instrument === convention, `${asks} is not of ${convention}`)
		for (const answer of answers)
			want(provisions.get(answer)?.level !== 'international', `answer ${answer} is not Moroccan law`)
		for (const twin of like)
			want(provisions.get(twin)?.level !== 'national', `${twin} is not of a convention`)
		return faults
	})
}

const findVersionFaults = (law: Law): Fault[] => {
	const { provisions, instruments } = getIndex(law)
	return law.versions.flatMap(({ id, instrument, by, day, provisions: changed }) => {
		const faults = [
			...findStrangers(id, { what: 'instrument', named: [instrument, by], known: instruments }),
			...findStrangers(id, { what: 'provision', named: changed, known: provisions }),
		]
		for (const name of changed)
			if ((provisions.get(name)?.instrument ?? instrument) !== instrument)
				faults.push({ id, fault: `${name} is not of ${instrument}` })
		for (const name of [instrument, by]) {
			const promulgated = instruments.get(name)?.promulgation.day
			if (day && promulgated && day < promulgated)
				faults.push({ id, fault: `day ${day} is before ${name} was promulgated (${promulgated})` })
		}
		return faults
	})
}

/** One law takes effect on one day, and the variants of an article have the history of the article. */
const findHistoryFaults = (law: Law): Fault[] => {
	const { versionsOf } = getIndex(law)
	const dayOf = new Map(
		law.versions.map(({ by, day }) => [by, day] as const).filter(([, day]) => day !== null),
	)
	const undated = law.versions
		.filter(({ by, day }) => day === null && dayOf.has(by))
		.map(({ id, by }) => ({ id, fault: `has no day, while ${by} has ${dayOf.get(by)} elsewhere` }))
	const toChangers = (id: string): string[] => (versionsOf.get(id) ?? []).map(({ by }) => by)
	const alone = law.provisions.flatMap(({ id, variantOf }) => {
		const own = toChangers(id)
		return variantOf === undefined
			? []
			: toChangers(variantOf)
					.filter((by) => !own.includes(by))
					.map((by) => ({
						id,
						fault: `is a variant of ${variantOf}, which ${by} changed: record it here too`,
					}))
	})
	return [...undated, ...alone]
}

const findSituationFaults = (law: Law, library: Library): Fault[] => {
	const { provisions } = getIndex(law)
	const toIds = (all: readonly { id: string }[]) => new Set(all.map(({ id }) => id))
	const [topics, doors, help] = [toIds(library.topics), toIds(library.contacts), toIds(library.situations)]
	return law.situations.flatMap((situation) => [
		...findStrangers(situation.id, { what: 'topic', named: situation.topics, known: topics }),
		...findStrangers(situation.id, { what: 'door', named: situation.doors, known: doors }),
		...findStrangers(situation.id, { what: 'help situation', named: situation.help, known: help }),
		...findStrangers(situation.id, {
			what: 'provision',
			named: [...situation.provisions.map(({ id }) => id), ...situation.they.flatMap(({ from }) => from)],
			known: provisions,
		}),
	])
}

/** `447-3`, `503-1-2`, `88-13`: what reads like an article or a law must be one of the corpus. */
const findNumberFaults = (law: Law): Fault[] => {
	const known = new Set([
		...law.provisions.map(({ article }) => article),
		...law.instruments.map(({ number }) => number),
	])
	return law.situations.flatMap(({ id, words }) =>
		languages.flatMap((language) => {
			const { law: articles = '', complaint = '' } = words[language]?.adults ?? {}
			const named = `${articles}\n${complaint}`.match(/\d{3}(?:-\d+)*|\d{2}-\d{2}/gu) ?? []
			return named
				.filter((number) => !known.has(number))
				.map((number) => ({
					id,
					fault: `words.${language} name ${number}, which is no article or law of ours`,
				}))
		}),
	)
}

const findMissingWords = (law: Law): Fault[] =>
	law.situations.flatMap(({ id, words }) =>
		languages
			.filter((language) => words[language] === undefined)
			.map((language) => ({ id, fault: `its words are missing in ${language}` })),
	)

const findChildTellingFaults = (law: Law): Fault[] =>
	law.situations.flatMap(({ id, words }) =>
		languages.flatMap((language) =>
			findChildFaults(Object.values(words[language]?.children ?? {}).join('\n'), language).map((fault) => ({
				id,
				fault: `words.${language} for children ${fault}`,
			})),
		),
	)

/** Removes what stands in quotation marks, which may be a term of the law. */
const withoutQuotes = (text: string): string => text.replace(/[«"“][^»"”]*[»"”]/gu, '')

const findWordFaults = (law: Law, library: Library): Fault[] => {
	const faults: Fault[] = []
	const check = (id: string, place: string, language: Language, text: string): void => {
		for (const fault of checkTerms(withoutQuotes(text), library.terms[language] ?? []))
			faults.push({ id, fault: `${place}.${language} ${fault}` })
	}
	const checkAll = (id: string, places: Readonly<Record<string, LawTexts | null>>): void => {
		for (const [place, texts] of Object.entries(places))
			for (const language of languages) check(id, place, language, texts?.[language] ?? '')
	}
	for (const { id, says } of law.instruments) checkAll(id, { says })
	for (const { id, title, says } of law.provisions) checkAll(id, { title, says })
	for (const { id, reason, fill } of law.mappings) checkAll(id, { reason, fill })
	for (const { id, name, says, cautions, gap, words } of law.situations) {
		checkAll(id, { name, says, cautions, gap })
		for (const language of languages) {
			const own = words[language]
			if (!own) continue
			const text = [
				own.title,
				...Object.values(own.children),
				...Object.values(own.teens),
				...Object.values(own.adults).flat(),
			].join('\n')
			check(id, 'words', language, text)
			for (const fault of checkAddresses(text)) faults.push({ id, fault: `words.${language} ${fault}` })
		}
	}
	return faults
}

/** Finds what is wrong between records that are each well formed: references, orphans, days, words to avoid. */
export const findLawFaults = (law: Law, library: Library): Fault[] => [
	...findGroundFaults(law),
	...findProvisionFaults(law),
	...findMappingFaults(law),
	...findVersionFaults(law),
	...findHistoryFaults(law),
	...findSituationFaults(law, library),
	...findMissingWords(law),
	...findChildTellingFaults(law),
	...findNumberFaults(law),
	...findPenaltyFaults(law),
	...findWordFaults(law, library),
]
