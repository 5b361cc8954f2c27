import { languages } from '#base'
import { setLanguage } from '#domains/people/server'
import { getPeople } from '#server/desk/session'
import { redirect } from '@sveltejs/kit'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'

/** The language in which the desk speaks to this person. */
export const setLanguageAct = deskAction(
	{ may: ['manage', 'account'], form: v.object({ language: v.picklist(languages) }), refusals: [] },
	async ({ language }, { staff, event }) => {
		await setLanguage((await getPeople(event.url)).db, staff.id, language, new Date())
		return redirect(303, '/desk/account')
	},
)
