import { fail, redirect } from '@sveltejs/kit'
import { signInWithPassphrase } from '#domains/people/server'
import { getCookieOptions, getPeople, getWayOn, openSession } from '#server/desk/session'
import { orBusy } from '#server/desk/new-passphrase'
import type { Actions, PageServerLoad } from './$types'

const deviceCookie = 'thiqa-device'
const thirtyDays = 30 * 24 * 60 * 60

export const load: PageServerLoad = ({ locals: { staff }, url }) => {
	const isAgain = url.searchParams.has('again')
	if (staff && !isAgain) redirect(303, getWayOn(url))
	return { isAgain: staff !== undefined, wayOn: getWayOn(url) }
}

const read = (form: FormData, field: string): string => {
	const value = form.get(field)
	return typeof value === 'string' ? value : ''
}

export const actions: Actions = {
	default: async (event) => {
		const { request, cookies, url } = event
		const form = await request.formData()
		const { db, secret, origin } = await getPeople(url)
		const given = {
			name: read(form, 'name'),
			passphrase: read(form, 'passphrase'),
			code: read(form, 'code'),
			deviceMark: cookies.get(deviceCookie),
		}
		const answer = await orBusy(() => signInWithPassphrase(db, secret, given, new Date()))
		if (!answer) return fail(503, { wait: 0, isBusy: true as const })
		if (!answer.ok) return fail(answer.wait > 0 ? 429 : 400, { wait: Math.ceil(answer.wait / 1000) })
		await openSession(event, answer.personId)
		cookies.set(deviceCookie, answer.deviceMark, getCookieOptions(origin, thirtyDays))
		redirect(303, getWayOn(url))
	},
}
