/** Parts that acts on studies share. */
import * as v from 'valibot'

/** Refusals that pages of studies have words for. */
export const trialRefusals = [
	'trial.gone',
	'trial.state',
	'trial.not-yours',
	'trial.same-person',
	'trial.too-new',
	'trial.few',
	'trial.ethics',
	'trial.early',
	'trial.unmeasured',
	'trial.reason',
] as const

/** Id of a study, as its form sends it. */
export const aTrial = { id: v.pipe(v.string(), v.regex(/^t[1-9]\d{0,5}$/u)) }

/** Words that everybody will read. */
export const trialWords = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(4), v.maxLength(most))

/** A list or a table that somebody has pasted. */
export const pasted = v.pipe(v.string(), v.maxLength(400_000))
