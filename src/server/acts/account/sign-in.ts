import { signInWithPassphrase } from '#domains/people/server'
import { orBusy } from './new-passphrase.ts'
import { getCookieOptions, getPeople, getWayOn, openSession } from '#server/desk/session'
import { fail, redirect } from '@sveltejs/kit'
import * as v from 'valibot'
import { openAction } from '../desk-action.ts'

const deviceCookie = 'thiqa-device'
const thirtyDays = 30 * 24 * 60 * 60

/** Opens a session for whose passphrase and code are right. */
export const signInAct = openAction(
	v.object({ name: v.string(), passphrase: v.string(), code: v.string() }),
	async (form, event) => {
		const { cookies, url } = event
		const { db, secret, origin } = await getPeople(url)
		const given = { ...form, deviceMark: cookies.get(deviceCookie) }
		const answer = await orBusy(() => signInWithPassphrase(db, secret, given, new Date()))
		if (!answer) return fail(503, { wait: 0, isBusy: true as const })
		if (!answer.ok) return fail(answer.wait > 0 ? 429 : 400, { wait: Math.ceil(answer.wait / 1000) })
		await openSession(event, answer.personId)
		cookies.set(deviceCookie, answer.deviceMark, getCookieOptions(origin, thirtyDays))
		return redirect(303, getWayOn(url))
	},
)
