import { setTokens } from '#domains/cases/cluster/server'
import { getDesk } from '#server/desk/case-desk'
import { findIndexKey } from '#server/desk/index-key'
import * as v from 'valibot'
import { caseRefusals } from '../case/refusals.ts'
import { deskEndpoint } from '../desk-action.ts'

const one = v.strictObject({
	id: v.pipe(v.string(), v.uuid()),
	tokens: v.pipe(
		v.array(v.strictObject({ kind: v.picklist(['address', 'words']), token: v.string() })),
		v.maxLength(216),
	),
})

/** `index`: id of the key that they were made with. */
const body = v.strictObject({
	index: v.pipe(v.string(), v.maxLength(40)),
	cases: v.pipe(v.array(one), v.minLength(1), v.maxLength(100)),
})

/** Keeps tokens of cases for the index of same places and same words, made in the browser of who has opened them. */
export const setTokensAct = deskEndpoint(
	{ may: ['list', 'case'], body, most: 1_600_000, refusals: caseRefusals },
	async (given, { staff }) => {
		await setTokens(getDesk(), given, staff, async () => (await findIndexKey(staff.id))?.id)
		return {}
	},
)
