import * as v from 'valibot'
import { confidences, day, dayOrBlank, ground, inLawLanguages, lawId, textOrBlank } from './law-words.ts'

export const instrumentKinds = [
	'constitution',
	'code',
	'law',
	'decree',
	'treaty',
	'protocol',
	'bill',
	'announcement',
] as const

export const instrumentStatuses = [
	'in-force',
	'in-force-amended',
	'approved-deposit-not-found',
	'signed-not-ratified',
	'not-party',
	'bill',
	'announced',
	'withdrawn',
	'unknown',
] as const
export type InstrumentStatus = (typeof instrumentStatuses)[number]

const page = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1, 'must be a page number')))
const issue = v.strictObject({ number: textOrBlank, day: dayOrBlank, page })

/** Days that contradict each other. `inForce` before `promulgation` needs a note that says why. */
const findDayFaults = (it: {
	status: { asOf: string; consolidatedTo: string | null }
	promulgation: { day: string | null }
	bulletin: Record<'ar' | 'fr', { day: string | null }>
	inForce: string | null
	treaty?:
		| {
				adopted: string | null
				inForceGenerally: string | null
				deposited: string | null
				signed: string | null
		  }
		| undefined
	notes: { kind: string }[]
}): string | undefined => {
	if (it.notes.some(({ kind }) => kind !== 'unchecked')) return undefined
	const { treaty } = it
	const order: [string, string | null | undefined, string, string | null | undefined][] = [
		['inForce', it.inForce, 'promulgation', it.promulgation.day],
		['bulletin.ar', it.bulletin.ar.day, 'promulgation', it.promulgation.day],
		['bulletin.fr', it.bulletin.fr.day, 'promulgation', it.promulgation.day],
		['status.asOf', it.status.asOf, 'consolidatedTo', it.status.consolidatedTo],
		['inForceGenerally', treaty?.inForceGenerally, 'adopted', treaty?.adopted],
		['signed', treaty?.signed, 'adopted', treaty?.adopted],
		['deposited', treaty?.deposited, 'adopted', treaty?.adopted],
		['inForce', it.inForce, 'inForceGenerally', treaty?.inForceGenerally],
		['inForce', it.inForce, 'deposited', treaty?.deposited],
	]
	const wrong = order.find(([, late, , early]) => late && early && late < early)
	return (
		wrong &&
		`${wrong[0]} (${wrong[1]}) is before ${wrong[2]} (${wrong[3]}): mend it or add a note that says contradiction`
	)
}

/** Schema of `content/law/instruments/<id>.yaml`. */
export const instrument = v.pipe(
	v.strictObject({
		id: lawId,
		kind: v.picklist(instrumentKinds),
		level: v.picklist(['national', 'international']),
		/** As it is cited in Morocco (`07-03`) or by the depositary (`ETS 185`). */
		number: textOrBlank,
		name: inLawLanguages,
		namesConfidence: v.picklist(confidences),
		says: inLawLanguages,
		status: v.strictObject({
			is: v.picklist(instrumentStatuses),
			/** The day on which this status was looked up. */
			asOf: day,
			/** The day up to which the copy that was read holds every amendment. */
			consolidatedTo: dayOrBlank,
		}),
		/** The dahir, or the decree itself. */
		promulgation: v.strictObject({ reference: textOrBlank, day: dayOrBlank }),
		/** Bulletin Officiel, Arabic and French edition. */
		bulletin: v.strictObject({ ar: issue, fr: issue }),
		/** First day in force in (for treaties: for) Morocco. */
		inForce: dayOrBlank,
		treaty: v.optional(
			v.strictObject({
				adopted: dayOrBlank,
				inForceGenerally: dayOrBlank,
				signed: dayOrBlank,
				deposited: dayOrBlank,
				approval: v.strictObject({ law: textOrBlank, dahir: textOrBlank }),
				publication: v.nullable(v.strictObject({ reference: textOrBlank, day: dayOrBlank })),
				reservations: textOrBlank,
			}),
		),
		authorities: v.optional(v.array(v.string()), []),
		childSpecific: v.boolean(),
		namedByProgramme: v.boolean(),
		...ground,
	}),
	v.rawCheck(({ dataset, addIssue }) => {
		const fault = dataset.typed ? findDayFaults(dataset.value) : undefined
		if (fault) addIssue({ message: fault })
	}),
)

/** A text that makes law, or wants to: a code, a law, a decree, a treaty, a bill. */
export type Instrument = v.InferOutput<typeof instrument>
