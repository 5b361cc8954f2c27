import { getDirection, getLanguage } from '#base'
import { getDoors, getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import { findLessonView } from '#domains/skills'
import { getDisclosure, lessonParts } from '#domains/skills/lesson'
import { skills } from '#domains/skills/server'
import { getPdfMaker, toPdfResponse } from '#platform'
import { sources, templates } from '#ui/paper'
import { createWords, shapeTexts, type Words } from '#ui/words'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	skills.lessons.flatMap(({ id, words }) =>
		(['ar', 'fr', 'en', 'zgh'] as const)
			.filter((lang) => words[lang])
			.flatMap((lang) => lessonParts.map((part) => ({ lang, lesson: id, part }))),
	)

/** Numbers that a teacher can call, danger first: what the card for disclosures speaks of. */
const getNumbers = (words: Words): { name: string; number: string }[] =>
	[...getEmergency(library), ...getDoors(library, ['emc-helpline'])].flatMap(({ name, channels }) =>
		channels
			.filter(({ type }) => type === 'phone' || type === 'whatsapp')
			.slice(0, 1)
			.map(({ value }) => ({
				name: words.text(name[words.language]),
				number: `\u2066${value}\u2069`,
			})),
	)

/** A part of a lesson on paper. */
export const GET: RequestHandler = ({ params }) => {
	const words = createWords(params.lang)
	const view = findLessonView(skills, params.lesson, getLanguage(params.lang))
	if (!view) error(404, 'page.not-found')
	const { t } = words
	const disclosure = getDisclosure(skills, view.language)
	const shape = (text: string): string => words.text(text, view.language)
	const sheet = {
		title: shape(view.words.title),
		description: shape(view.words.aims[0] ?? ''),
		publisher: t('site.name'),
		lang: view.language,
		dir: getDirection(view.language),
		footer: `${t('site.name')} · ${shape(view.words.title)}`,
		part: params.part,
		lesson: shapeTexts(view.words, shape),
		plan: shapeTexts(view.plan, shape),
		numbers: getNumbers(words),
		disclosure: shapeTexts(disclosure.words, (text) => words.text(text, disclosure.language)),
		labels: {
			aims: t('lesson.aims'),
			prepare: t('lesson.prepare'),
			plan: t('lesson.plan'),
			teacher: t('lesson.teacher'),
			pupils: t('lesson.pupils'),
			questions: t('lesson.talk.questions'),
			together: t('lesson.talk.together'),
			sheet: t('lesson.sheet'),
			talk: t('lesson.talk'),
			before: t('told.before'),
			do: t('told.do'),
			dont: t('told.dont'),
			say: t('told.say'),
			after: t('told.after'),
			minutes: view.plan.map(({ minutes }) => t('lesson.minutes', { n: minutes })),
			review: t('review.none', {
				who: `${t('review.native')} ${t('review.and')} ${t('review.specialist')}`,
			}),
			numbers: t('page.who-helps'),
		},
	}
	// The day of the words, so that the same words give the same file.
	const at = new Date(`${view.words.checked}T00:00:00Z`)
	return toPdfResponse(getPdfMaker(sources)(templates.lesson, sheet, at), `${view.id}-${params.part}`)
}
