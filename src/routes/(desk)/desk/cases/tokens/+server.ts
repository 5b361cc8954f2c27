import { setTokens } from '#domains/cases/cluster/server'
import * as v from 'valibot'
import { getDesk, readJson, tellJson, wrongForm } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import { findIndexKey } from '#server/desk/index-key'
import type { RequestHandler } from './$types'

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

/** Tokens of cases for the index of same places and same words, made in the browser of who has opened them. */
export const POST: RequestHandler = (event) => {
	const staff = requireMay(event, 'list', 'case')
	return tellJson(async () => {
		const given = v.safeParse(body, await readJson(event.request, 1_600_000))
		if (!given.success) return wrongForm()
		await setTokens(getDesk(), given.output, staff, async () => (await findIndexKey(staff.id))?.id)
		return {}
	})
}
