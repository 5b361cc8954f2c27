import { toTallyTable } from '#domains/skills/quiz'
import { skills } from '#domains/skills/server'
import { error } from '@sveltejs/kit'
import { findClassroom } from '#server/public/classroom'
import type { RequestHandler } from './$types'

export const prerender = false

/** The counts of a class as a table, for the teacher. */
export const GET: RequestHandler = ({ url }) => {
	const classroom = findClassroom()
	if (!classroom?.isTeacher(url.searchParams.get('key'))) error(404, 'page.not-found')
	return new Response(toTallyTable(classroom.tallies.read(), skills.quizzes), {
		headers: { 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' },
	})
}
