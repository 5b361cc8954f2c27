import { fail, redirect } from '@sveltejs/kit'
import { AppError, isUuid, languages } from '#base'
import { isFresh, passphraseLimit } from '#domains/people'
import {
	endSessions,
	keepTotpSecret,
	listSessions,
	listWaysIn,
	makeTotpSecret,
	removePasskey,
	removePassphrase,
	renewPassphrase,
	setLanguage,
} from '#domains/people/server'
import { dropCookie, getPeople, requireFresh, requireMay } from '#server/desk/session'
import { orBusy, readNewPassphrase } from '#server/desk/new-passphrase'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'manage', 'account')
	const { db, secret } = await getPeople(event.url)
	const sessions = await listSessions(db, staff.id, new Date())
	const fresh = isFresh(staff, new Date())
	return {
		ways: await listWaysIn(db, staff.id),
		sessions: sessions.map(({ id, openedAt, usedAt }) => ({
			openedAt,
			usedAt,
			isThis: id === staff.sessionId,
		})),
		passphraseLimit,
		// Ways to sign in are changed only by someone who has just shown who they are.
		app: fresh ? await makeTotpSecret(secret, staff, new Date()) : undefined,
	}
}

/** A rule that says no becomes a word beside the form; anything else is a fault. */
const tell = async (work: Promise<void>) => {
	try {
		await work
		return { done: true as const }
	} catch (error) {
		if (error instanceof AppError && error.code === 'people.last-way') return fail(409, { isLastWay: true })
		throw error
	}
}

export const actions: Actions = {
	language: async (event) => {
		const staff = requireMay(event, 'manage', 'account')
		const asked = (await event.request.formData()).get('language')
		const language = languages.find((known) => known === asked)
		if (!language) return fail(400, {})
		await setLanguage((await getPeople(event.url)).db, staff.id, language, new Date())
		redirect(303, '/desk/account')
	},
	passphrase: async (event) => {
		const staff = requireFresh(event)
		const people = await getPeople(event.url)
		const given = readNewPassphrase(await event.request.formData())
		const renewed = await orBusy(() => renewPassphrase(people, staff, given, new Date()))
		if (renewed?.ok) return { done: true as const }
		const app = await keepTotpSecret(people.secret, staff, given.sealed, new Date())
		return fail(400, { issue: renewed ? renewed.code : 'busy', app })
	},
	removePassphrase: async (event) => {
		const staff = requireFresh(event)
		const { db } = await getPeople(event.url)
		return tell(removePassphrase(db, staff.id))
	},
	removePasskey: async (event) => {
		const staff = requireFresh(event)
		const { db } = await getPeople(event.url)
		const id = (await event.request.formData()).get('id')
		if (typeof id !== 'string' || !isUuid(id)) return fail(400, {})
		return tell(removePasskey(db, staff.id, id))
	},
	signOutEverywhere: async (event) => {
		const staff = requireMay(event, 'manage', 'account')
		const { db } = await getPeople(event.url)
		await endSessions(db, staff.id)
		await dropCookie(event.cookies, event.url)
		redirect(303, '/desk/sign-in')
	},
}
