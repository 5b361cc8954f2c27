import { lookWays, noteLook, settleDispute, takeTallies } from '#domains/programme/sessions/review/server'
import { isTallyList, type Tally } from '#domains/skills/quiz'
import { getSessionDesk } from '#server/process/programme/session-desk'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId } from '../form-parts.ts'
import { sessionRefusals } from './refusals.ts'

/** Chooses between entries of a session that differ. */
export const chooseEntryAct = deskAction(
	{
		may: ['correct', 'session', 'unit'],
		form: v.object({
			id: anId,
			revision: v.pipe(v.string(), v.regex(/^\d{1,3}$/u), v.transform(Number)),
			entry: v.optional(v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{64})?$/u)), ''),
		}),
		refusals: sessionRefusals,
		writes: ['session/chosen', 'session/corrected'],
	},
	async ({ id, revision, entry }, { staff }) => {
		await settleDispute(getSessionDesk(), { id, revision, sha256: entry || undefined }, staff)
		return { done: true as const }
	},
)

/** Writes down what a second look at a session found. */
export const noteLookAct = deskAction(
	{
		may: ['correct', 'session', 'unit'],
		form: v.object({ id: anId, outcome: v.picklist(['seen', 'doubted']), way: v.picklist(lookWays) }),
		refusals: sessionRefusals,
		writes: ['session/looked'],
	},
	async ({ id, outcome, way }, { staff }) => {
		await noteLook(getSessionDesk(), { id, outcome, way }, staff)
		return { done: true as const }
	},
)

/** Lists of tallies, one a line: the code of each quiz, or the file of all. */
const readTallies = (text: string): unknown => {
	try {
		return text
			.split('\n')
			.filter((line) => line.trim() !== '')
			.flatMap((line) => JSON.parse(line) as unknown)
	} catch {
		return undefined
	}
}

const someTallies = v.pipe(
	v.string(),
	v.maxLength(100_000),
	v.transform(readTallies),
	v.custom<Tally[]>((value) => isTallyList(value) && value.length > 0 && value.length <= 60),
)

/** Takes the counts of a class for a session. */
export const takeTalliesAct = deskAction(
	{
		may: ['write', 'session'],
		form: v.object({ id: anId, moment: v.picklist(['before', 'after', 'w8']), tallies: someTallies }),
		refusals: sessionRefusals,
		writes: ['session/tallied'],
	},
	async ({ id, moment, tallies }, { staff }) => {
		await takeTallies(getSessionDesk(), { session: id, moment, tallies }, staff)
		return { done: true as const }
	},
)
