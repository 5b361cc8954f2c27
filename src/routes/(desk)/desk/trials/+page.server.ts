import { library } from '#domains/guide/server'
import { may } from '#domains/people'
import { toListed } from '#domains/programme/trials'
import { listTrials } from '#domains/programme/trials/server'
import { getToday } from '#server/desk/case-desk'
import { getTrialDesk } from '#server/desk/programme/trial-desk'
import { getDeskLanguage, requireMay } from '#server/desk/session'
import type { PageServerLoad } from './$types'

/** Lists every study: what was laid down is for all to see. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'trial')
	const language = getDeskLanguage(staff, event.url)
	const titles = new Map(library.topics.map(({ id, title }) => [id, title[language]]))
	const today = getToday()
	const trials = await listTrials(getTrialDesk().db)
	return {
		trials: trials.map((trial) => toListed(trial, titles.get(trial.protocol.topic) ?? '', today)),
		mayRegister: may(staff, 'register', 'trial'),
	}
}
