import { library } from '#domains/guide/server'
import { deskActs } from '#server/acts/desk-acts'
import { getDeskLanguage, requireMay } from '#server/desk/session'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => {
	const staff = requireMay(event, 'register', 'trial')
	const language = getDeskLanguage(staff, event.url)
	return { topics: library.topics.map(({ id, title }) => ({ id, title: title[language] })) }
}

export const actions = deskActs['/desk/trials/new']
