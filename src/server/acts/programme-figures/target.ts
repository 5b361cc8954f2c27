import { AppError, toLocalDay } from '#base'
import { library } from '#domains/guide/server'
import { may } from '#domains/people'
import { setTarget } from '#domains/programme/figures/server'
import { getReach } from '#domains/programme/places'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { figureRefusals, findRegion, keyFields, maybeNumber } from './figure-parts.ts'

/** Sets a target of today; the one before stays in sight. */
export const setTargetAct = deskAction(
	{
		may: ['write', 'programme'],
		form: v.object({ ...keyFields, target: v.pipe(maybeNumber, v.number()) }),
		refusals: figureRefusals,
		keeps: ['indicator', 'place', 'period', 'target'],
		writes: ['figure/target'],
	},
	async ({ target, ...key }, { staff }) => {
		if (!may(staff, 'write', 'programme', getReach(staff, { region: findRegion([key.place]) })))
			throw new AppError('figure.region', 409, 'setting a target: it is not of the region of this person')
		const now = new Date()
		const agreedOn = toLocalDay(now, library.calendar.zone)
		await setTarget(getDatabase().kysely, { ...key, value: target, agreedOn }, { by: staff.id, now })
		return { done: true as const }
	},
)
