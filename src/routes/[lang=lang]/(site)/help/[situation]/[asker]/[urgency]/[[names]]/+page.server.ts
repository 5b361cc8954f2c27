import { getLanguage } from '#base'
import { findAdvice, findHelp, getEmergency, urgencies } from '#domains/guide'
import { library } from '#domains/guide/server'
import { error } from '@sveltejs/kit'
import { findAnswering } from '../../../../../../../../who-answers.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals, setHeaders }) => {
	const situation = library.situations.find(({ id }) => id === params.situation)
	const asker = situation?.who.find((candidate) => candidate === params.asker)
	const urgency = urgencies.find((candidate) => candidate === params.urgency)
	if (!situation || !asker || !urgency || (params.names && params.names !== 'no-name'))
		error(404, 'page.not-found')
	const at = new Date()
	const staysUnnamed = params.names === 'no-name'
	const help = findHelp({ situation, asker, urgency, staysUnnamed, at }, library)
	setHeaders({ 'cache-control': 'no-store' })
	locals.shell = { renewals: [] }
	return {
		isSensitive: true,
		situation,
		asker,
		urgency,
		staysUnnamed,
		at,
		emergency: getEmergency(library, situation.doors),
		help,
		// Only what the page shows: all that is handed over is written out as text on each request.
		advice: findAdvice(library, { situation, asker, language: getLanguage(params.lang) }),
		zone: library.calendar.zone,
		answering: findAnswering(getLanguage(params.lang), at),
	}
}
