import { locales } from '#base'
import { forms } from '#domains/skills/quiz'
import { skills } from '#domains/skills/server'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

/** Addresses that the service worker keeps when a visitor asks for everything that is practised, in one language. */
export const GET: RequestHandler = ({ params }) => {
	const pages = [
		'',
		'/told',
		'/lessons',
		'/certificate',
		...skills.lessons.map(({ id }) => `/lessons/${id}`),
		...skills.quizzes.flatMap(({ topic }) => forms.map((form) => `/quiz/${topic}/${form}`)),
		...skills.scenarios.flatMap(({ id, steps, ends }) =>
			['', ...[...Object.keys(steps), ...Object.keys(ends)].map((place) => `/${place}`)].map(
				(place) => `/play/${id}${place}`,
			),
		),
	].map((page) => `/${params.lang}/skills${page}`)
	return Response.json({ pages: [...pages, `/${params.lang}/contacts`, `/${params.lang}/offline`] })
}
