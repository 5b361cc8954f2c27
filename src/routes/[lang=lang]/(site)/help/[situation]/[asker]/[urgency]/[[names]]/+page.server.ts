import { getLanguage } from '#base'
import { findAnswerView, getAnswersUntil, speakOne, urgencies } from '#domains/guide'
import { library } from '#domains/guide/server'
import { getAnswerScene } from '#domains/scenes/server'
import { protection } from '#domains/protect/server'
import { error } from '@sveltejs/kit'
import { findAnswering } from '#server/public/who-answers'
import type { PageServerLoad } from './$types'

const inLanguage = speakOne(library)

export const load: PageServerLoad = ({ params, locals, setHeaders }) => {
	const language = getLanguage(params.lang)
	const book = inLanguage[language]
	const situation = book.situations.find(({ id }) => id === params.situation)
	const asker = situation?.who.find((candidate) => candidate === params.asker)
	const urgency = urgencies.find((candidate) => candidate === params.urgency)
	if (!situation || !asker || !urgency || (params.names && params.names !== 'no-name'))
		error(404, 'page.not-found')
	const at = new Date()
	const staysUnnamed = params.names === 'no-name'
	const answer = findAnswerView(book, { situation, asker, urgency, staysUnnamed, at }, language)
	if (!answer) error(404, 'page.not-found')
	// A child has three pictures and a grown-up; how an app is used stands behind them.
	const inApps = asker !== 'child' && protection.apps.some(({ topics }) => topics.includes(situation.topic))
	const answering = findAnswering(language, at)
	setHeaders({ 'cache-control': 'no-store' })
	// The desk of this installation keeps hours of its own: where it answers, a page is made again each minute.
	locals.shell = { renewals: [], ...(answering ? {} : { until: getAnswersUntil(library, at) }) }
	return {
		isSensitive: true,
		situation,
		asker,
		urgency,
		staysUnnamed,
		call: answer.call,
		answer,
		scenes: answer.advice.now.map(({ picture }) => getAnswerScene(picture, params.lang)),
		answering,
		inApps,
	}
}
