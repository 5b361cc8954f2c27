import { fail } from '@sveltejs/kit'
import { AppError, isUuid } from '#base'
import { isFresh, may } from '#domains/people'
import {
	findOwnKey,
	keepStaffKey,
	keepUnlock,
	listUnlockPasskeys,
	removeUnlock,
} from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { getPeople, requireFresh, requireMay } from '#server/desk/session'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'manage', 'account')
	const { db } = await getPeople(event.url)
	return {
		key: await findOwnKey(db, staff.id),
		passkeys: await listUnlockPasskeys(db, staff.id),
		isFresh: isFresh(staff, new Date()),
		seesEpochs: may(staff, 'wrap', 'epoch'),
	}
}

const read = (form: FormData, field: string): string => {
	const value = form.get(field)
	return typeof value === 'string' ? value : ''
}

/** What is not of its form becomes a word above the page; anything else is a fault. */
const tell = async (work: Promise<void>) => {
	try {
		await work
		return { done: true as const }
	} catch (error) {
		if (error instanceof AppError && error.code === 'keys.form') return fail(400, { isWrong: true })
		throw error
	}
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
		return tell(keepStaffKey({ db, dataDir: readConfig().dataDir }, staff.id, key, new Date()))
	},
	addWay: async (event) => {
		const staff = requireFresh(event)
		const { db } = await getPeople(event.url)
		const form = await event.request.formData()
		const given = { kind: read(form, 'kind'), passkey: read(form, 'passkey'), sealed: read(form, 'sealed') }
		return tell(keepUnlock(db, staff.id, given, new Date()))
	},
	removeWay: async (event) => {
		const staff = requireFresh(event)
		const { db } = await getPeople(event.url)
		const id = read(await event.request.formData(), 'id')
		if (!isUuid(id)) return fail(400, { isWrong: true })
		return tell(removeUnlock(db, staff.id, id))
	},
}
