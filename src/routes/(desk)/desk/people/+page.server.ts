import { library } from '#domains/guide/server'
import { may, roles } from '#domains/people'
import { listPeople } from '#domains/people/server'
import { listRoleAsks } from '#domains/people/server/giving'
import { findSecondFrom } from '#server/desk/second'
import { getPeople, requireMay } from '#server/desk/session'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'list', 'person')
	const { db } = await getPeople(event.url)
	const regions = library.regions.map(({ code, name }) => ({ code, name: name[staff.language] }))
	const [people, asks] = [await listPeople(db), await listRoleAsks(db)]
	const names = new Map(people.map(({ id, name }) => [id, name]))
	const isSecond = may(staff, 'agree', 'person', 'all') && !(await findSecondFrom(event.url, staff.id))
	const waiting = asks.map(({ id, person, roles: waits, region, askedBy, askedAt }) => ({
		id,
		person,
		roles: waits,
		region,
		askedAt,
		asker: names.get(askedBy) ?? '–',
		mayDecide: isSecond && askedBy !== staff.id && person !== staff.id,
	}))
	return {
		regions,
		people: people.map((person) => ({
			...person,
			waits: waiting.find((one) => one.person === person.id),
		})),
		roles,
		mayChange: may(staff, 'change', 'person', 'all'),
		mayAgree: may(staff, 'agree', 'person', 'all'),
		myId: staff.id,
	}
}

export const actions = deskActs['/desk/people']
