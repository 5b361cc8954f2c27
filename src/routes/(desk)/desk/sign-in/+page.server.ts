import { redirect } from '@sveltejs/kit'
import { getWayOn } from '#server/desk/session'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals: { staff }, url }) => {
	const isAgain = url.searchParams.has('again')
	if (staff && !isAgain) redirect(303, getWayOn(url))
	return { isAgain: staff !== undefined, wayOn: getWayOn(url) }
}

export const actions = deskActs['/desk/sign-in']
