/** Statuses of a case, the moves between them, and what each move asks for. */
import type { FourEyesAct, Resource, Verb } from '#domains/people'

/** Statuses of a case, in the order of the usual way. */
export const statuses = [
	'received',
	'triaged',
	'waiting-reporter',
	'assessed',
	'first-police',
	'notified',
	'monitoring',
	'removed',
	'unavailable',
	'moved',
	'not-illegal',
	'duplicate',
	'closed',
] as const
export type Status = (typeof statuses)[number]

/** Reasons why a case is found not to be illegal, or is closed without an end at its place. */
export const reasons = [
	'adult',
	'age-not-shown',
	'lawful',
	'not-found',
	'no-access',
	'not-enough-said',
	'other-authority',
	'spam',
	'withdrawn',
	'answered',
] as const
export type Reason = (typeof reasons)[number]

const moves: Readonly<Record<Status, readonly Status[]>> = {
	received: ['triaged', 'duplicate'],
	triaged: ['waiting-reporter', 'assessed', 'not-illegal', 'duplicate', 'closed'],
	'waiting-reporter': ['triaged', 'assessed', 'not-illegal', 'duplicate', 'closed'],
	assessed: ['first-police', 'notified', 'triaged', 'closed'],
	'first-police': ['notified', 'monitoring', 'closed'],
	notified: ['first-police', 'monitoring', 'removed', 'unavailable', 'moved'],
	monitoring: ['first-police', 'notified', 'removed', 'unavailable', 'moved', 'closed'],
	removed: ['monitoring', 'closed'],
	unavailable: ['monitoring', 'closed'],
	moved: ['first-police', 'notified', 'monitoring', 'closed'],
	'not-illegal': ['triaged', 'closed'],
	duplicate: ['triaged'],
	closed: [],
}

/** Conditions of a move besides being on the list. */
export type MoveNeeds = {
	/** Permission on the case that the person needs. */
	permission: { [Of in Resource]: readonly [verb: Verb<Of>, resource: Of] }[Resource]
	/** A reason must be given with it. */
	reason: boolean
	/** The act that a second person must have granted. */
	act?: FourEyesAct
}

/** True when what a case is about is still to be said: later it is a finding, and goes back to `triaged` before it is another. */
export const isUndecided = (status: Status): boolean =>
	status === 'received' || status === 'triaged' || status === 'waiting-reporter'

/** Statuses that end the work: nothing is due any more. */
export const endedStatuses: readonly Status[] = ['not-illegal', 'duplicate', 'closed']
export const isEnded = (status: Status): boolean => endedStatuses.includes(status)

export const isStatus = (name: string): name is Status => (statuses as readonly string[]).includes(name)
export const isReason = (name: string): name is Reason => (reasons as readonly string[]).includes(name)

/** Statuses that a person may give a case now; empty for a closed one, which only a word of its reporter opens again. */
export const getMoves = (from: Status): readonly Status[] => moves[from]

const needsOf: Readonly<Partial<Record<Status, MoveNeeds>>> = {
	triaged: { permission: ['triage', 'case'], reason: false },
	duplicate: { permission: ['triage', 'case'], reason: false },
	'waiting-reporter': { permission: ['write', 'answer'], reason: false },
	assessed: { permission: ['classify', 'case'], reason: false, act: 'classify-illegal' },
	'first-police': { permission: ['write', 'dossier'], reason: false, act: 'export' },
	notified: { permission: ['send', 'notice'], reason: false },
	'not-illegal': { permission: ['classify', 'case'], reason: true },
	closed: { permission: ['close', 'case'], reason: true },
}

/**
 * Finds what the move asks for; `undefined` when no rule allows it. Illegal is a finding of two persons; a case is with the
 * police once a dossier has left, which took two as well. A case that was found not to be illegal is taken up again by who classifies.
 */
export const findMove = (from: Status, to: Status): MoveNeeds | undefined => {
	if (!moves[from].includes(to)) return undefined
	if (to === 'triaged' && from !== 'received')
		return { permission: ['classify', 'case'], reason: from === 'assessed' }
	return needsOf[to] ?? { permission: ['classify', 'case'], reason: false }
}

/** Finds where a case goes when its reporter writes again: an ended one, or one that waited for it, is taken up, so that somebody reads it. */
export const getStatusAfterWord = (status: Status): Status =>
	status === 'waiting-reporter' || isEnded(status) ? 'triaged' : status
