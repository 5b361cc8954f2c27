import { library } from '#domains/guide/server'
import { may } from '#domains/people'
import { getReach } from '#domains/programme/places'
import { findNextSteps, isOverdue } from '#domains/programme/trials'
import { findTrial, type WholeTrial } from '#domains/programme/trials/server'
import { deskActs } from '#server/acts/desk-acts'
import { getToday } from '#server/desk/case-desk'
import { getTrialDesk } from '#server/desk/programme/trial-desk'
import { getDeskLanguage, requireMay } from '#server/desk/session'
import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

/** Who has done what a second person is asked about now. */
const findFirst = ({ state, results, registeredBy, stopAskedBy }: WholeTrial): string | undefined => {
	if (state === 'stopping') return stopAskedBy
	return state === 'reported' || state === 'correcting' ? results[0]?.reportedBy : registeredBy
}

/** A study with what this person can do next. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'trial')
	const language = getDeskLanguage(staff, event.url)
	const found = await findTrial(getTrialDesk().db, event.params.id)
	if (!found) error(404, 'page.not-found')
	const { region } = found.protocol
	const isOwn = may(staff, 'register', 'trial', getReach(staff, { by: found.registeredBy, region }))
	const isSecond =
		may(staff, 'approve', 'trial', getReach(staff, { region })) && findFirst(found) !== staff.id
	return {
		trial: {
			id: found.id,
			state: found.state,
			protocol: found.protocol,
			hash: found.protocolHash,
			stopReason: found.stopReason,
			draw: found.draw,
			classes: found.classes,
			lines: found.tallies.length,
			results: found.results.map(({ version, report, reason, approvedAt }) => ({
				version,
				report,
				reason,
				isPublished: approvedAt !== undefined,
			})),
		},
		topic: library.topics.find(({ id }) => id === found.protocol.topic)?.title[language] ?? '',
		steps: findNextSteps(found.state, { isOwn, isSecond }),
		isOverdue: isOverdue(found, getToday()),
	}
}

export const actions = deskActs['/desk/trials/[id]']
