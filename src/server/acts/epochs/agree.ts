import { AppError } from '#base'
import { agreeTo } from '#domains/people/server/keys'
import { getTrustedTime, readConfig } from '#platform'
import { recordKeyActs } from '#server/desk/key-acts'
import { listEntitled } from '#server/desk/key-holders'
import { findSecondFrom } from '#server/desk/second'
import { getClock } from '#server/process/clock'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { keyRefusals } from './key-refusals.ts'

/** Agrees, as the second person, to what was asked about a key: it is done then. */
export const agreeAct = deskAction(
	{
		may: ['approve', 'epoch', 'all'],
		isFresh: true,
		form: v.object({ request: v.string() }),
		refusals: keyRefusals,
	},
	async ({ request }, { staff, event }) => {
		if (await findSecondFrom(event.url, staff.id))
			throw new AppError('keys.second-person', 403, 'agreeing: this person has enrolled a moment ago')
		const mayReceive = async (personId: string) =>
			(await listEntitled(event.url)).holders.some(({ id }) => id === personId)
		const second = { person: staff, mayReceive }
		await agreeTo(readConfig().dataDir, request, second, await getTrustedTime(getClock()))
		await recordKeyActs()
		return { done: true as const }
	},
)
