import { findOwnKey } from '#domains/people/server/keys'
import { error } from '@sveltejs/kit'
import { whenIngested } from '#server/process/arrival'
import { getCasePage } from '#server/desk/case-page'
import { getReferPart } from '#server/desk/referrals/refer-part'
import { getColleagues, getId, getTodaysExposure, listEpochKeys } from '#server/desk/case-desk'
import { getPeople, requireMay } from '#server/desk/session'
import { findIndexKey } from '#server/desk/index-key'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'list', 'case')
	await whenIngested()
	const people = await getColleagues(event.url)
	const language = event.locals.deskLanguage ?? 'fr'
	const page = await getCasePage(getId(event.params.id), staff, { people, language })
	if (!page) error(404, 'page.not-found')
	const { db } = await getPeople(event.url)
	return {
		...page,
		...(await getReferPart(page, language)),
		now: new Date(),
		myId: staff.id,
		names: Object.fromEntries(Array.from(people.values(), ({ id, name }) => [id, name])),
		epochs: await listEpochKeys(),
		index: await findIndexKey(staff.id),
		key: await findOwnKey(db, staff.id),
		exposure: await getTodaysExposure(staff.id),
	}
}

export const actions = deskActs['/desk/cases/[id]']
