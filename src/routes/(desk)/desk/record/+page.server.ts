import { countKinds, findTracks, readPeriod } from '#domains/acts'
import { listActGroups } from '#domains/acts/server'
import { may } from '#domains/people'
import { getCaseDatabase } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import { listErasures } from '#server/public/erasures'
import { findCosigners, findRecord } from '#server/process/record'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

/** Lines of acts that the page shows. */
const most = 300
/** Commitments that the public route gives at once, and parts of them that the page leads to: the newest. */
const part = 1000
const mostParts = 12

/** The newest checkpoint with who has signed it. */
const getState = async (language: 'ar' | 'fr' | 'zgh' | 'en') => {
	const open = findRecord()
	const checkpoint = await open?.record.findCheckpoint()
	if (!open || !checkpoint) return undefined
	const { size, hour, note } = checkpoint
	const cosigners = await findCosigners(note, open.operator)
	const parts = Array.from({ length: Math.ceil(size / part) }, (_, at) => at * part)
	return {
		size,
		hour,
		parts: parts.slice(-mostParts),
		witnesses: open.operator.witnesses.map((witness) => ({
			name: witness.name[language] ?? witness.name.fr,
			hasSigned: cosigners.includes(witness),
		})),
	}
}

/** The record as whoever audits it needs it: what it holds, who did how much, and never what a case is about. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'record', 'all')
	const period = readPeriod(event.url.searchParams, new Date().toISOString().slice(0, 10))
	const groups = await listActGroups(getCaseDatabase(), period)
	const language = event.locals.deskLanguage ?? 'fr'
	return {
		state: await getState(language),
		part,
		certificates: (await listErasures()).map(({ epoch }) => epoch),
		period,
		kinds: countKinds(groups),
		mayVerify: may(staff, 'verify', 'record', 'all'),
		trace: may(staff, 'trace', 'record', 'all')
			? { tracks: findTracks(groups), groups: groups.slice(0, most), isCut: groups.length > most, most }
			: undefined,
	}
}

export const actions = deskActs['/desk/record']
