import { AppError } from '#base'
import { may } from '#domains/people'
import { getReach } from '#domains/programme/places'
import type { Trial, TrialState } from '../../trial.ts'
import type { TrialActor } from '../../server/trial-tables.ts'

/** @throws AppError `trial.not-yours` */
export const requireOwn = (trial: Trial, by: TrialActor): void => {
	const reach = getReach(by, { by: trial.registeredBy, region: trial.protocol.region })
	if (!may(by, 'register', 'trial', reach))
		throw new AppError('trial.not-yours', 409, 'an act on a trial: somebody else has registered it')
}

/**
 * Asks whether somebody may be the second person: another one, of the region, who has been there for a day.
 * @throws AppError `trial.not-yours`, `trial.same-person`, `trial.too-new`
 */
export const requireSecond = (trial: Trial, by: TrialActor, first: string): void => {
	const reach = getReach(by, { region: trial.protocol.region })
	if (!may(by, 'approve', 'trial', reach))
		throw new AppError('trial.not-yours', 409, 'agreeing to a trial: it is of another region or role')
	if (by.id === first)
		throw new AppError('trial.same-person', 409, 'agreeing to a trial: another person has to')
	if (by.isSecond !== true)
		throw new AppError('trial.too-new', 409, 'agreeing to a trial: this account is too new for it')
}

/** @throws AppError `trial.state` */
export const requireState = ({ state }: Trial, ...states: readonly TrialState[]): void => {
	if (!states.includes(state))
		throw new AppError('trial.state', 409, 'an act on a trial: it is further on, or not there yet')
}
