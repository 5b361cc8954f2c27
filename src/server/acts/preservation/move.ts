import { preservationEvents } from '#domains/exchange/preservation'
import { moveRequest } from '#domains/exchange/preservation/server'
import { getPreservationDesk } from '#server/desk/preservation-desk'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId } from '../form-parts.ts'
import { preservationRefusals } from './refusals.ts'

/** Sent as text, as forms send everything. */
const version = v.pipe(v.string(), v.regex(/^\d{1,9}$/u), v.transform(Number))
const filled = (text: string): string | undefined => (text === '' ? undefined : text)

/** Events that no authority has to answer for alone, and those that follow on what it has sent. */
const others = preservationEvents.filter((event) => event !== 'transmit' && event !== 'lapse')

/** Moves a request by anything but its transmission. Who may, in this state and for this authority, its rule says. */
export const moveRequestAct = deskAction(
	{
		may: ['read', 'preservation'],
		form: v.object({
			id: anId,
			version,
			event: v.picklist(others),
			on: v.pipe(v.optional(v.string(), ''), v.maxLength(10), v.transform(filled)),
			theirRef: v.pipe(v.optional(v.string(), ''), v.regex(/^[\w ./:-]{0,60}$/u), v.transform(filled)),
		}),
		refusals: preservationRefusals,
		keeps: ['event', 'on', 'theirRef'],
		writes: [
			'preservation/review-asked',
			'preservation/returned',
			'preservation/acknowledged',
			'preservation/preserved',
			'preservation/extended',
			'preservation/filed',
			'preservation/disclosed',
			'preservation/refused',
			'preservation/withdrawn',
		],
	},
	async (move, { staff }) => {
		await moveRequest(getPreservationDesk(), move, staff)
		return { done: true as const }
	},
)

/** Makes a request of a draft: an act of an authority, by who stands for it and has just signed in. */
export const transmitRequestAct = deskAction(
	{
		may: ['transmit', 'preservation', 'all'],
		isFresh: true,
		form: v.object({ id: anId, version }),
		refusals: preservationRefusals,
		writes: ['preservation/transmitted'],
	},
	async (given, { staff }) => {
		await moveRequest(getPreservationDesk(), { ...given, event: 'transmit' }, staff)
		return { done: true as const }
	},
)
