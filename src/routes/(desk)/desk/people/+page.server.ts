import { fail } from '@sveltejs/kit'
import { AppError, languages } from '#base'
import { isRole, may, roles, type Role } from '#domains/people'
import { mayHoldKeys } from '#domains/people/keys'
import { addPerson, findPerson, invite, listPeople, setDisabled, setRoles } from '#domains/people/server'
import { removeWraps } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { recordStaffAct } from '../../../../desk/staff-acts.ts'
import { getPeople, requireFresh, requireMay } from '../../../../desk/desk.ts'
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

const readRoles = (form: FormData): Role[] =>
	form.getAll('role').filter((role): role is Role => typeof role === 'string' && isRole(role))

const readText = (form: FormData, field: string): string => {
	const value = form.get(field)
	return typeof value === 'string' ? value : ''
}

const nobody = () => fail(404, { refused: 'people.nobody' as const })

export const actions: Actions = {
	invite: async (event) => {
		const staff = requireMay(event, 'invite', 'person', 'all')
		requireFresh(event)
		const { db, origin } = await getPeople(event.url)
		const form = await event.request.formData()
		const name = readText(form, 'name')
		const language = languages.find((one) => one === readText(form, 'language')) ?? 'fr'
		return tell(async () => {
			const held = readRoles(form)
			const id = await addPerson(db, { name, roles: held, language }, new Date())
			await recordStaffAct('people/invited', { by: staff.id, person: id, roles: held })
			return { invited: { name, address: `${origin}/desk/enrol/${await invite(db, id, new Date())}` } }
		})
	},
	inviteAgain: async (event) => {
		const staff = requireMay(event, 'invite', 'person', 'all')
		requireFresh(event)
		const { db, origin } = await getPeople(event.url)
		const id = readText(await event.request.formData(), 'id')
		const person = await findPerson(db, id)
		if (!person || person.disabled || id === staff.id) return nobody()
		const address = `${origin}/desk/enrol/${await invite(db, id, new Date())}`
		await recordStaffAct('people/invited-again', { by: staff.id, person: id })
		return { invited: { name: person.name, address } }
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
			await setRoles(db, id, held)
			// Keys are for who reads reports: their wraps go with the role.
			if (!mayHoldKeys({ roles: held })) await removeWraps(readConfig().dataDir, [id])
			await recordStaffAct('people/roles', { by: staff.id, person: id, roles: held })
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
			await setDisabled(db, id, disabled, new Date())
			if (disabled) await removeWraps(readConfig().dataDir, [id])
			await recordStaffAct(disabled ? 'people/closed' : 'people/reopened', { by: staff.id, person: id })
			return { done: true as const }
		})
	},
}
