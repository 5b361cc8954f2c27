/** The operator of the hotline, as shown to reporters. In a demonstration there is nobody, and nothing of this. */
import type { Language } from '#base'

/** Words of the operator, in the reader's language or the nearest one there is. */
type Told = { language: Language; words: string }

export type Answering = {
	name: Told
	/** Hours in which somebody reads, in the operator's own words. */
	hours: Told
	legalBasis: Told
	contact: { email: string; phone?: string }
	/** Somebody is there day and night, every day. */
	isAlways: boolean
	/** `undefined`: somebody is there now. Else when somebody is again, if that is known: a local day and a clock, `08:30`. */
	closed: { opens: { date: string; weekday: number; clock: string } | undefined } | undefined
}
