import { library } from '#domains/guide/server'
import { getReturnDays } from '#domains/skills'
import { skills } from '#domains/skills/server'
import { findQuizSubject } from '#domains/skills/staff'
import { toCalendarFile } from '#tools/files/icalendar'
import { createWords } from '#ui/words'
import { error } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

export const prerender = false

/** The days to come back on, for the visitor's own calendar. On a sensitive topic neither title nor link says what it is about. */
export const GET: RequestHandler = ({ params, url }) => {
	const topic = findQuizSubject(skills, library.topics, params.topic)
	if (!topic || !skills.quizzes.some((quiz) => quiz.topic === topic.id)) error(404, 'page.not-found')
	const { t } = createWords(params.lang)
	const now = new Date()
	const link = `${url.origin}/${params.lang}/skills`
	const days = getReturnDays(now, library.calendar.zone).map((day, index) => ({
		uid: `${crypto.randomUUID()}@thiqa`,
		day,
		summary: t(topic.raisesHelpPanel ? 'quiz.return.neutral' : 'quiz.return.event'),
		url: topic.raisesHelpPanel ? link : `${link}/quiz/${topic.id}/${index % 2 === 0 ? 'b' : 'a'}`,
	}))
	return new Response(toCalendarFile(days, now), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="thiqa.ics"',
			'cache-control': 'no-store',
		},
	})
}
