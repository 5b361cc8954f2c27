import { getDirection, getLanguage } from '#base'
import { findLessonView } from '#domains/skills'
import { getDisclosure, lessonParts } from '#domains/skills/lesson'
import { skills } from '#domains/skills/server'
import { getPdfMaker, toPdfResponse } from '#platform'
import { sources, templates } from '#ui/paper'
import { createWords, shapeTexts } from '#ui/words'
import { getNumbers, getPaperLabels, getPaperScenes, getWallNumbers } from '#server/public/lesson-paper'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	skills.lessons.flatMap(({ id, words }) =>
		(['ar', 'fr', 'en', 'zgh'] as const)
			.filter((lang) => words[lang])
			.flatMap((lang) => lessonParts.map((part) => ({ lang, lesson: id, part }))),
	)

/** A part of a lesson on paper. */
export const GET: RequestHandler = ({ params }) => {
	const words = createWords(params.lang)
	const view = findLessonView(skills, params.lesson, getLanguage(params.lang))
	if (!view) error(404, 'page.not-found')
	const disclosure = getDisclosure(skills, view.language)
	const shape = (text: string): string => words.text(text, view.language)
	const sheet = {
		title: shape(view.words.title),
		description: shape(view.words.aims[0] ?? ''),
		publisher: words.t('site.name'),
		lang: view.language,
		dir: getDirection(view.language),
		footer: `${words.t('site.name')} · ${shape(view.words.title)}`,
		part: params.part,
		lesson: shapeTexts(view.words, shape),
		plan: shapeTexts(view.plan, shape),
		numbers: getNumbers(words),
		calls: getWallNumbers(words),
		young: view.readers === 'children',
		scenes: getPaperScenes(view, params.part, view.language),
		disclosure: shapeTexts(disclosure.words, (text) => words.text(text, disclosure.language)),
		labels: getPaperLabels(words, view),
	}
	// The day of the words, so that the same words give the same file.
	const at = new Date(`${view.words.checked}T00:00:00Z`)
	return toPdfResponse(getPdfMaker(sources)(templates.lesson, sheet, at), `${view.id}-${params.part}`)
}
