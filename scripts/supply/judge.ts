/** Holds what is known of our packages today against the recorded answer, `docs/supply.yaml`. */
import * as v from 'valibot'
import { parse } from 'yaml'
import { compareVersions, type Advisory } from './advisory.ts'

const day = v.pipe(v.string(), v.isoDate())
const reason = v.pipe(v.string(), v.minLength(20))

const recordForm = v.strictObject({
	/** Day on which somebody last looked at all of it. */
	checked: day,
	behind: v.array(v.strictObject({ package: v.string(), judged: v.string(), why: reason, until: day })),
	advisories: v.array(v.strictObject({ id: v.string(), package: v.string(), why: reason, until: day })),
	licences: v.array(v.string()),
})

/** Recorded decisions of whoever looks after the packages, and until when they hold. */
export type SupplyRecord = v.InferOutput<typeof recordForm>

/** @throws ValiError when the file is not of its form */
export const parseRecord = (text: string): SupplyRecord => v.parse(recordForm, parse(text))

/** Answer of `npm outdated --json`, as far as we read it. */
export type OutdatedAnswer = Readonly<Record<string, { current?: string; latest: string }>>

/** State of the packages today; `undefined`: the registry could not be asked. */
export type Known = {
	outdated: OutdatedAnswer | undefined
	advisories: readonly Advisory[] | undefined
	/** Licences of what runs, as the lock file names them. */
	licences: ReadonlyMap<string, string | undefined>
	today: string
}

const judgeBehind = (record: SupplyRecord, outdated: OutdatedAnswer, today: string): string[] => {
	const known = new Map(record.behind.map((one) => [one.package, one]))
	const fresh = Object.entries(outdated).flatMap(([name, { current = 'none', latest }]) => {
		const accepted = known.get(name)
		if (!accepted) return [`${name} ${current}: ${latest} is there; raise it, or record why not`]
		if (compareVersions(latest, accepted.judged) > 0)
			return [`${name}: ${latest} is newer than ${accepted.judged}, which was judged; look again`]
		return accepted.until < today ? [`${name}: accepted until ${accepted.until}; look again`] : []
	})
	const over = record.behind
		.filter((one) => !(one.package in outdated))
		.map((one) => `${one.package}: is no longer behind; take it out of the record`)
	return [...fresh, ...over]
}

const judgeAdvisories = (record: SupplyRecord, advisories: readonly Advisory[], today: string): string[] => {
	const toKey = (one: { id: string; package: string }): string => `${one.id} ${one.package}`
	const known = new Map(record.advisories.map((one) => [toKey(one), one]))
	const fresh = advisories.flatMap((one) => {
		const accepted = known.get(toKey(one))
		if (!accepted) return [`${toKey(one)} ${one.version}: ${one.title}`]
		return accepted.until < today ? [`${toKey(one)}: accepted until ${accepted.until}; look again`] : []
	})
	const found = new Set(advisories.map(toKey))
	const over = record.advisories
		.filter((one) => !found.has(toKey(one)))
		.map((one) => `${toKey(one)}: is mended; take it out of the record`)
	return [...fresh, ...over]
}

/** Everything that wants a person: new, over its day, or no longer true; and what could not be asked. Empty when all is as recorded. */
export const judgeSupply = (
	record: SupplyRecord,
	{ outdated, advisories, licences, today }: Known,
): string[] => [
	...(outdated
		? judgeBehind(record, outdated, today)
		: ['newer versions: nobody could be asked (the registry does not answer)']),
	...(advisories
		? judgeAdvisories(record, advisories, today)
		: ['known holes: nobody could be asked; give a folder of advisories (docs/running.md, section 6)']),
	...[...licences].flatMap(([name, licence = 'none']) =>
		record.licences.includes(licence) ? [] : [`${name}: licence ${licence} was not judged`],
	),
]
