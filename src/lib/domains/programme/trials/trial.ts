/**
 * A trial: whether a lesson does what it should, measured by classes that were drawn. What was planned is public before anything
 * is measured, and a result is published whatever it is. Days are civil days, `2026-11-29`.
 */
import { addDays, type Language } from '#base'

/** Outcomes that a form measures. `knowledge` and `help` should rise; `fear` must not. */
export const trialOutcomes = ['knowledge', 'help', 'fear'] as const
export type TrialOutcome = (typeof trialOutcomes)[number]

/** Before the lesson, right after it, and eight weeks later. */
export const trialMoments = ['before', 'after', 'w8'] as const
export type TrialMoment = (typeof trialMoments)[number]

export const classSettings = ['primary', 'college', 'lycee', 'youth-house', 'association'] as const
export type ClassSetting = (typeof classSettings)[number]

/** Highest score of each outcome, by the forms: 12 items, 2 questions of 0 to 3, 3 questions of 0 to 3. */
export const highest: Readonly<Record<TrialOutcome, number>> = { knowledge: 12, help: 6, fear: 9 }

/** Sheets of a class under which nothing of it is taken: a small class would name its pupils. */
export const fewestSheets = 8

/** Fear may rise by so many standard deviations at most, by the upper end of its interval of 90 %. */
export const mostFear = 0.1

/** Days after the promised day of publication from which a trial without a result is overdue. */
const patience = 90

/** The plan, laid down before anything is measured. */
export type Protocol = {
	topic: string
	audience: 'children' | 'teens'
	/** The question, in the words and the language of whoever registers it. */
	question: string
	questionLanguage: Language
	primary: 'knowledge' | 'help'
	/** Moment at which the primary outcome is judged. */
	primaryAt: 'after' | 'w8'
	classesAnArm: number
	pupils: number
	icc: number
	sizeVariation: number
	/** Smallest effect that is worth seeing, in standard deviations. */
	effect: number
	/** Public value that decides, which nobody here controls: a round of drand, or dice before an auditor. */
	valueSource: string
	drawOn: string
	publishOn: string
	/** Reference of the approval by an ethics committee; empty: nothing is drawn. */
	ethics: string
	region: string | undefined
}

/**
 * States in their order. `stopping`: drawn, and a stop waits for the second person. `reported`: the first result waits for them; `correcting`: one is
 * published, and its correction waits.
 */
export const trialStates = [
	'registered',
	'open',
	'listed',
	'drawn',
	'stopping',
	'reported',
	'published',
	'correcting',
	'stopped',
] as const
export type TrialState = (typeof trialStates)[number]

export type Trial = {
	/** `t1`, in the order of registration. */
	id: string
	state: TrialState
	protocol: Protocol
	/** SHA-256 of the protocol as canonical JSON, hex. */
	protocolHash: string
	registeredBy: string
	registeredAt: Date
	approvedBy: string | undefined
	approvedAt: Date | undefined
	/** Why it was stopped, for everybody to read. */
	stopReason: string | undefined
	/** Who has asked to stop it, once it was drawn. */
	stopAskedBy: string | undefined
}

/** States in which everybody reads what came out, or why nothing will. */
const told: readonly TrialState[] = ['published', 'correcting', 'stopped']

/** True when a result was promised and has not come: that it is so is computed, never typed. */
export const isOverdue = ({ state, protocol }: Pick<Trial, 'state' | 'protocol'>, today: string): boolean =>
	!told.includes(state) && addDays(protocol.publishOn, patience) < today

/** A study whose result was promised for a day and is not there. */
export type OverdueTrial = { id: string; publishOn: string }

/** A class by its label, with its arm once it is drawn. */
export type DrawnClass = { label: string; stratum: string; hasLesson: boolean | undefined }

/** A trial as a list shows it; `topic`: the title of its lesson. */
export type ListedTrial = {
	id: string
	state: TrialState
	question: string
	language: Language
	topic: string
	publishOn: string
	isOverdue: boolean
}

/** A trial for a list. */
export const toListed = ({ id, state, protocol }: Trial, topic: string, today: string): ListedTrial => ({
	id,
	state,
	topic,
	question: protocol.question,
	language: protocol.questionLanguage,
	publishOn: protocol.publishOn,
	isOverdue: isOverdue({ state, protocol }, today),
})
