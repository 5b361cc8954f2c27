import { listApprovals, listQueue, toOpenDigest } from '#domains/cases/server'
import { may, openAlone } from '#domains/people'
import { askApproval } from '#domains/cases/server'
import { findStaffKey, listGroupKeys } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { takeIn } from '../../../../desk/arrivals.ts'
import {
	getCaseDatabase,
	getColleagues,
	isReader,
	listEpochKeys,
	readText,
	tell,
	toNames,
	wrongForm,
} from '../../../../desk/cases.ts'
import { getPeople, requireMay } from '../../../../desk/desk.ts'
import type { Actions, PageServerLoad } from './$types'

/** Lines that one page holds: what is due first stands first, so the rest can wait for the next look. */
const most = 1000

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'list', 'case')
	await takeIn()
	const db = getCaseDatabase()
	const now = new Date()
	const ended = event.url.searchParams.has('ended')
	const { db: people } = await getPeople(event.url)
	const lines = await listQueue(db, { ended, most })
	const index = (await listGroupKeys(readConfig().dataDir)).find(
		({ key, state, holders }) => key.kind === 'index' && state === 'current' && holders.includes(staff.id),
	)
	const approvals = (await listApprovals(db, now)).filter(
		({ act, askedBy }) => act === 'open-many' && askedBy === staff.id,
	)
	return {
		lines,
		ended,
		isFull: lines.length === most,
		now,
		myId: staff.id,
		names: toNames(await getColleagues(event.url)),
		epochs: await listEpochKeys(),
		index: index?.key.kind === 'index' ? index.key : undefined,
		key: await findStaffKey(people, staff.id),
		opensCases: isReader(staff),
		opensNew: may(staff, 'open', 'report', 'unit'),
		openAlone,
		manyApprovals: approvals.map(({ id, digest, state }) => ({ id, digest, state })),
	}
}

export const actions: Actions = {
	askMany: async (event) => {
		const staff = requireMay(event, 'open', 'case')
		const form = await event.request.formData()
		return tell(async () => {
			const ids = readText(form, 'ids').split(' ')
			if (ids.length > most || ids.some((id) => !/^[0-9a-f-]{36}$/u.test(id))) wrongForm()
			const asked = { act: 'open-many', subject: 'cases', digest: toOpenDigest(ids) } as const
			await askApproval(getCaseDatabase(), asked, staff, new Date())
			return { asked: true as const }
		})
	},
}
