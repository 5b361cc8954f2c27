import { fail } from '@sveltejs/kit'
import { AppError, languages } from '#base'
import { isStaffRole, may, roles, type StaffRole } from '#domains/people'
import { mayHoldKeys } from '#domains/people/keys'
import { addPerson, findPerson, invite, listPeople, setDisabled, setRoles } from '#domains/people/server'
import { removeWraps } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { actOnAccount } from '#server/desk/staff-acts'
import { getPeople, requireFresh, requireMay } from '#server/desk/session'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'list', 'person')
	const { db } = await getPeople(event.url)
	return {
		people: await listPeople(db),
		roles,
		mayChange: may(staff, 'change', 'person', 'all'),
		myId: staff.id,
	}
}

const known = [
	'people.name-wrong',
	'people.name-taken',
	'people.roles-conflict',
	'people.last-supervisor',
] as const

/** A rule that says no becomes a word above the page; anything else is a fault. */
const tell = async <Done extends object>(work: () => Promise<Done>) => {
	try {
		return await work()
	} catch (error) {
		const code = error instanceof AppError ? known.find((one) => one === error.code) : undefined
		if (!code) throw error
		return fail(409, { refused: code })
	}
}

const readRoles = (form: FormData): StaffRole[] =>
	form.getAll('role').filter((role): role is StaffRole => typeof role === 'string' && isStaffRole(role))

const readText = (form: FormData, field: string): string => {
	const value = form.get(field)
	return typeof value === 'string' ? value : ''
}

const nobody = () => fail(404, { refused: 'people.nobody' as const })

export const actions: Actions = {
	invite: async (event) => {
		const staff = requireMay(event, 'invite', 'person', 'all')
		requireFresh(event)
		const { origin } = await getPeople(event.url)
		const form = await event.request.formData()
		const name = readText(form, 'name')
		const language = languages.find((one) => one === readText(form, 'language')) ?? 'fr'
		return tell(async () => {
			const held = readRoles(form)
			const token = await actOnAccount('people/invited', async (db) => {
				const id = await addPerson(db, { name, roles: held, language }, new Date())
				return { by: staff.id, person: id, roles: held, answer: await invite(db, id, new Date()) }
			})
			return { invited: { name, address: `${origin}/desk/enrol/${token}` } }
		})
	},
	inviteAgain: async (event) => {
		const staff = requireMay(event, 'invite', 'person', 'all')
		requireFresh(event)
		const { db, origin } = await getPeople(event.url)
		const id = readText(await event.request.formData(), 'id')
		const person = await findPerson(db, id)
		if (!person || person.disabled || id === staff.id) return nobody()
		const token = await actOnAccount('people/invited-again', async (trx) => ({
			...{ by: staff.id, person: id },
			answer: await invite(trx, id, new Date()),
		}))
		return { invited: { name: person.name, address: `${origin}/desk/enrol/${token}` } }
	},
	roles: async (event) => {
		const staff = requireMay(event, 'change', 'person', 'all')
		requireFresh(event)
		const { db } = await getPeople(event.url)
		const form = await event.request.formData()
		const id = readText(form, 'id')
		if (id === staff.id || !(await findPerson(db, id))) return nobody()
		return tell(async () => {
			const held = readRoles(form)
			await actOnAccount('people/roles', async (trx) => ({
				...{ by: staff.id, person: id, roles: held },
				answer: await setRoles(trx, id, held),
			}))
			// Keys are for who reads reports: their wraps go with the role.
			if (!mayHoldKeys({ roles: held })) await removeWraps(readConfig().dataDir, [id])
			return { done: true as const }
		})
	},
	disable: async (event) => {
		const staff = requireMay(event, 'disable', 'person', 'all')
		requireFresh(event)
		const { db } = await getPeople(event.url)
		const form = await event.request.formData()
		const id = readText(form, 'id')
		if (id === staff.id || !(await findPerson(db, id))) return nobody()
		return tell(async () => {
			const disabled = readText(form, 'disabled') === 'yes'
			await actOnAccount(disabled ? 'people/closed' : 'people/reopened', async (trx) => ({
				...{ by: staff.id, person: id },
				answer: await setDisabled(trx, id, disabled, new Date()),
			}))
			if (disabled) await removeWraps(readConfig().dataDir, [id])
			return { done: true as const }
		})
	},
}
