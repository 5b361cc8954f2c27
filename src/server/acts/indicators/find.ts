import { findPublished } from '#domains/exchange/indicators/proposals/server'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { indicatorRefusals } from './refusals.ts'

/** Finds what is published under a value. It is sent as a form, so that no address stands in an address. */
export const findIndicatorAct = deskAction(
	{
		may: ['read', 'indicator'],
		form: v.object({ value: v.pipe(v.string(), v.maxLength(20_000)) }),
		refusals: indicatorRefusals,
		keeps: ['value'],
	},
	async ({ value }) => ({ found: await findPublished(getDatabase().kysely, value), sought: value }),
)
