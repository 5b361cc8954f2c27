import { error } from '@sveltejs/kit'
import { mayHoldKeys, isEpochId, isIndexId } from '#domains/people/keys'
import { findWrap } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { isDemonstrationKey, wrapDemonstration } from '#server/desk/demonstration'
import { getPeople, requireStaff } from '#server/desk/session'
import type { RequestHandler } from './$types'

/** A person's own wrap of a shared key: closed, and only they can open it. */
export const GET: RequestHandler = async (event) => {
	const staff = requireStaff(event)
	const { id } = event.params
	if (!mayHoldKeys(staff)) error(403, 'desk.not-allowed')
	const { dataDir } = readConfig()
	const wrap = isDemonstrationKey(id)
		? await wrapDemonstration((await getPeople(event.url)).db, id, staff.id)
		: isEpochId(id) || isIndexId(id)
			? await findWrap(dataDir, id, staff.id)
			: undefined
	if (!wrap) error(404, 'keys.unknown')
	return new Response(wrap.slice(), {
		headers: { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' },
	})
}
