import { error } from '@sveltejs/kit'
import { findClassroom } from '#server/public/classroom'
import type { RequestHandler } from './$types'

export const prerender = false

/** The counts of a class as data, for the teacher. */
export const GET: RequestHandler = ({ url }) => {
	const classroom = findClassroom()
	if (!classroom?.isTeacher(url.searchParams.get('key'))) error(404, 'page.not-found')
	return Response.json(classroom.tallies.read(), { headers: { 'cache-control': 'no-store' } })
}
