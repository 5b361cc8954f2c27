import { indicatorAudiences, publishedTlps, readPastedList } from '#domains/exchange/indicators'
import { papLevels } from '#domains/exchange/partners'
import { neverBlock, proposeIndicators } from '#domains/exchange/indicators/proposals/server'
import { getDatabase } from '#server/process/database'
import { AppError } from '#base'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { someOf } from '../form-parts.ts'
import { indicatorRefusals } from './refusals.ts'

const form = v.object({
	list: v.pipe(v.string(), v.maxLength(200_000)),
	audience: someOf(indicatorAudiences),
	tlp: v.picklist(publishedTlps),
	pap: v.picklist(papLevels),
})

/** Proposes what a pasted list says, line by line. Lines that are not taken come back with their reason, and stay in the field. */
export const proposeAct = deskAction(
	{
		may: ['write', 'indicator'],
		form,
		refusals: indicatorRefusals,
		keeps: ['list', 'tlp', 'pap'],
		writes: ['indicator/proposed', 'approval/asked'],
	},
	async ({ list, audience, tlp, pap }, { staff }) => {
		if (audience.length === 0)
			throw new AppError('indicator.audience', 400, 'proposing indicators: nobody would get them')
		const lines = readPastedList(list, neverBlock)
		const items = lines.flatMap(({ result }) => (result.ok ? [result.value] : []))
		const bad = lines.flatMap(({ text, result }) => (result.ok ? [] : [{ text, code: result.code }]))
		const terms = { audiences: audience, tlp, pap }
		const given = { items, terms, never: neverBlock }
		const { known, stricter } = await proposeIndicators(getDatabase().kysely, given, {
			person: staff,
			now: new Date(),
		})
		const left = stricter.map(({ kind, value }) => ({
			text: `${kind} ${value}`,
			code: 'indicator.stricter' as const,
		}))
		const proposed = items.length - known.length - stricter.length
		return { proposed, known: known.length, bad: [...bad, ...left] }
	},
)
