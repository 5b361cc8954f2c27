import { findHelp } from '#domains/guide'
import { library } from '#domains/guide/server'
import type { RequestHandler } from './$types'

/** True when a child who asks now is shown whom to call: the finder is asked as it is asked by a page, for the first thing that can happen. */
const canHelp = (): boolean =>
	library.situations.slice(0, 1).some((situation) => {
		const asked = { situation, asker: 'child', urgency: 'now', staysUnnamed: false, at: new Date() } as const
		const { open, always } = findHelp(asked, library)
		return open.length + always.length > 0
	})

/**
 * Whether pages and help can be given now: for what sends visitors here or elsewhere. The database is not asked: while it is away, pages and
 * help are served and reports wait on this machine's disk, so that taking it out of service would lose what protects them.
 */
export const GET: RequestHandler = () => {
	const isReady = canHelp()
	return Response.json(
		{ status: isReady ? 'ok' : 'failing' },
		{ status: isReady ? 200 : 503, headers: { 'cache-control': 'no-store' } },
	)
}
