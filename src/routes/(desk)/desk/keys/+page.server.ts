import { fail } from '@sveltejs/kit'
import { AppError } from '#base'
import { may } from '#domains/people'
import { findStaffKey, keepStaffKey } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { getPeople, requireFresh, requireMay } from '../../../../desk/desk.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'manage', 'account')
	const { db } = await getPeople(event.url)
	return { key: await findStaffKey(db, staff.id), seesEpochs: may(staff, 'wrap', 'epoch') }
}

const read = (form: FormData, field: string): string => {
	const value = form.get(field)
	return typeof value === 'string' ? value : ''
}

export const actions: Actions = {
	keep: async (event) => {
		const staff = requireFresh(event)
		const { db } = await getPeople(event.url)
		const form = await event.request.formData()
		const key = {
			recipient: read(form, 'recipient'),
			signingKey: read(form, 'signingKey'),
			wrapped: read(form, 'wrapped'),
		}
		try {
			await keepStaffKey({ db, dataDir: readConfig().dataDir }, staff.id, key, new Date())
			return { done: true as const }
		} catch (error) {
			if (error instanceof AppError && error.code === 'keys.form') return fail(400, { isWrong: true })
			throw error
		}
	},
}
