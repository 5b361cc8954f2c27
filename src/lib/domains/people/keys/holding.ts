/** Rules on who may hold keys that open reports, and which acts on them need a second person. */
import { isSecondPerson } from '../four-eyes.ts'
import { may } from '../permission.ts'
import type { Person } from '../person.ts'

/** True when an epoch may be wrapped for a person: only those who open reports in their work. */
export const mayHoldKeys = (person: Pick<Person, 'roles'>): boolean => may(person, 'open', 'report')

/** `hand-over`: a wrap of an epoch that exists, for one person more. `destroy`: all wraps of an epoch, for ever. */
export const keyActs = ['hand-over', 'destroy'] as const
export type KeyAct = (typeof keyActs)[number]

/** Request of one person that another must agree to. */
export type KeyRequest = {
	id: string
	act: KeyAct
	/** Id of the epoch or index. */
	subject: string
	askedBy: string
	/** For whom the wrap is; empty for `destroy`. */
	receiver: string
	/** Start of the hour in which it was asked, ISO 8601. */
	hour: string
}

/** True when `person` can be the second for this request. */
export const mayAgree = ({ act, askedBy }: Pick<KeyRequest, 'act' | 'askedBy'>, person: Person): boolean =>
	isSecondPerson(act === 'destroy' ? 'destroy-epoch' : 'rewrap-key', { id: askedBy }, person, 'all')
