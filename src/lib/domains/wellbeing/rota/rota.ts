/** The rota: whom a new case is offered to, and when an offer goes back. It offers and never orders: a person takes a case. */
import { hour, type Language } from '#base'
import type { Calendar } from '#domains/guide'
import { getRest, getShare, type Exposure, type ExposurePolicy } from '../exposure.ts'
import { isOnDuty, type DutyHours } from './duty.ts'

/** Someone whom the rota knows. */
export type RotaPerson = {
	id: string
	hours: DutyHours
	/** Languages that this person reads and answers in. */
	languages: readonly Language[]
	exposure: Exposure
	/** End of the pause that this person takes now. */
	pauseUntil: Date | undefined
	/** Open cases of this person, offers included. */
	openCases: number
	/** Cases that are offered to this person and not taken yet. */
	offered: number
}

/** `paused`: back in minutes. `away`: off duty, or the day is full. */
export type Readiness = 'ready' | 'paused' | 'away'

export type RotaTime = { calendar: Calendar; policy: ExposurePolicy; now: Date }

export const getReadiness = (
	{ hours, exposure, pauseUntil }: Pick<RotaPerson, 'hours' | 'exposure' | 'pauseUntil'>,
	{ calendar, policy, now }: RotaTime,
): Readiness => {
	if (!isOnDuty(hours, calendar, now) || getRest(exposure, 0, policy) === 'rest') return 'away'
	return pauseUntil !== undefined && pauseUntil > now ? 'paused' : 'ready'
}

/** Offers that one person has at once. What is beyond stays free for everyone; danger knows no limit. */
export const mostOffered = 5

const soon = 2 * hour

/** True when a case cannot wait for somebody's pause: danger, or due within two hours. */
export const isUrgent = (
	{ lane, due }: { lane: 'danger' | 'normal'; due: Date | undefined },
	now: Date,
): boolean => lane === 'danger' || (due !== undefined && due.getTime() - now.getTime() < soon)

/** True when an offer stands. A pause keeps what can wait and gives back what cannot; who is away keeps none. */
export const keepsOffer = (readiness: Readiness, isUrgentCase: boolean): boolean =>
	readiness === 'ready' || (readiness === 'paused' && !isUrgentCase)

/**
 * Whom a case is offered to: of those who are ready, who speaks its language if anyone does, then who has carried least today,
 * then who has fewest open cases. `undefined` when nobody is ready: the case stays free, in front of everyone.
 */
export const chooseAssignee = (
	people: readonly RotaPerson[],
	{ language, isDanger }: { language?: Language | undefined; isDanger: boolean },
	time: RotaTime,
): string | undefined => {
	const able = people.filter(
		(person) => getReadiness(person, time) === 'ready' && (isDanger || person.offered < mostOffered),
	)
	const speakers = able.filter(({ languages }) => language !== undefined && languages.includes(language))
	const [first] = (speakers.length > 0 ? speakers : able).toSorted(
		(a, b) =>
			getShare(a.exposure, time.policy) - getShare(b.exposure, time.policy) ||
			a.openCases - b.openCases ||
			(a.id < b.id ? -1 : 1),
	)
	return first?.id
}
