/**
 * Roles that one person gives alone, and those that another must agree to: whoever holds one of these can be the second person of some act,
 * so that who gives it alone would have both signatures.
 */
import { fourEyesActs, isSecondPerson } from './four-eyes.ts'
import { may, type Resource, type Verb } from './permission.ts'
import { isOfProgramme, type StaffRole } from './role.ts'

type Line = { [Of in Resource]: readonly [verb: Verb<Of>, resource: Of] }[Resource]

/** Second looks that have no question of their own: at a partner's key, a material, a trial; and the act that only an authority does. */
const otherLooks: readonly Line[] = [
	['verify', 'partner'],
	['approve', 'material'],
	['approve', 'trial'],
	['transmit', 'preservation'],
]

/** True for a role whose holder could agree to what somebody else has asked for. */
export const canAgree = (role: StaffRole): boolean => {
	const holder = { id: 'holder', roles: [role] }
	return (
		fourEyesActs.some((act) => isSecondPerson(act, { id: 'asker' }, holder, 'own')) ||
		otherLooks.some(([verb, resource]) => may(holder, verb, resource))
	)
}

type Held = { roles: readonly StaffRole[]; region?: string | undefined }

/**
 * Parts what a person shall hold into what counts at once and what waits for a second person. At once: what they hold already, and what agrees to
 * nothing. Another region is another reach: roles of the programme that agree wait for it.
 */
export const partRoles = (held: Held, wanted: Held): { now: StaffRole[]; waits: StaffRole[] } => {
	const isElsewhere = (held.region ?? '') !== (wanted.region ?? '')
	const isWaiting = (role: StaffRole): boolean =>
		canAgree(role) && (!held.roles.includes(role) || (isElsewhere && isOfProgramme({ roles: [role] })))
	return {
		now: wanted.roles.filter((role) => !isWaiting(role)),
		waits: wanted.roles.filter(isWaiting),
	}
}
