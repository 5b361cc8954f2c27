import { approveMaterials } from '#domains/programme/campaigns/materials/server'
import { getSiteOrigin, shelf, toAnyLink } from '#server/desk/campaigns/campaign-desk'
import { getSecondWait } from '#server/desk/second'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { campaignRefusals } from './refusals.ts'

/** A material and the digest of the words that were read: `<id>:<digest>`. */
const aRead = v.pipe(
	v.string(),
	v.regex(/^[0-9a-f-]{36}:[0-9a-f]{64}$/u),
	v.transform((text) => ({ id: text.slice(0, 36), digest: text.slice(37) })),
)
const someRead = v.pipe(
	v.union([v.array(v.string()), v.string()]),
	v.transform((ticked) => [ticked].flat()),
	v.maxLength(100),
	v.array(aRead),
)

/** Agrees to what was ticked, all of it or nothing: the first or the second person, never the author. */
export const approveMaterialsAct = deskAction(
	{
		may: ['approve', 'material'],
		isFresh: true,
		form: v.object({ read: someRead }),
		refusals: campaignRefusals,
		writes: ['campaign/approved'],
	},
	async ({ read }, { staff, event }) => {
		const wait = await getSecondWait()
		const approving = { read, shelf, wait, link: toAnyLink(getSiteOrigin(event.url)) }
		await approveMaterials(getDatabase().kysely, approving, { person: staff, now: new Date() })
		return { done: true as const }
	},
)
