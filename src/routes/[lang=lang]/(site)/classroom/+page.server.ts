import { getLanguage } from '#base'
import { findLessonView } from '#domains/skills'
import { findQuizView, getRightShares } from '#domains/skills/quiz'
import { skills } from '#domains/skills/server'
import { toQrPath } from '#tools/files/qr-code'
import { error } from '@sveltejs/kit'
import { findClassroom } from '#server/public/classroom'
import type { PageServerLoad } from './$types'

export const prerender = false

export const load: PageServerLoad = ({ params, url, setHeaders }) => {
	const classroom = findClassroom()
	if (!classroom?.isTeacher(url.searchParams.get('key'))) error(404, 'page.not-found')
	setHeaders({ 'cache-control': 'no-store' })
	const language = getLanguage(params.lang)
	const join = `${classroom.addresses[0] ?? url.origin}/${params.lang}/skills`
	return {
		audience: 'teachers' as const,
		isSensitive: true,
		key: url.searchParams.get('key') ?? '',
		join,
		others: classroom.addresses.slice(1),
		qr: toQrPath(join),
		lessons: skills.lessons.flatMap(({ id }) => findLessonView(skills, id, language) ?? []),
		tallies: classroom.tallies.read().flatMap((tally) => {
			const quiz = skills.quizzes.find(({ topic }) => topic === tally.topic)
			const view = findQuizView(skills, { topic: tally.topic, form: tally.form, language })
			if (!quiz || !view) return []
			const words = quiz.words[view.language]
			const shares = getRightShares(quiz, tally)
			return {
				...tally,
				/** For the desk of the programme, which reads it with a camera: counts, and nothing else. */
				code: toQrPath(JSON.stringify([tally])),
				title: view.title,
				language: view.language,
				shares: quiz.skills.map((id, index) => ({ id, text: words?.skills[id] ?? id, share: shares[index] })),
			}
		}),
	}
}
