import type { Language } from '#base'
import type { MessageKey } from '#messages'
import { makeXForm } from '#domains/programme/sessions/odk'
import { getPlaceName } from '#domains/programme/places'
import { findLessonView } from '#domains/skills'
import { skills } from '#domains/skills/server'
import { programmePlaces } from '#server/process/programme/session-desk'
import { createWords } from '#ui/words'
import type { RequestHandler } from './$types'

export const prerender = true

const own: Readonly<Record<string, MessageKey>> = {
	title: 'session.one',
	held_on: 'session.day',
	dose: 'session.dose.ask',
	'lesson.other': 'session.lesson.other',
	'card.yes': 'session.card.yes',
	'card.no': 'session.card.no',
}

/** The words of a part of the form: of a place and a lesson their names, else the message that the pages use. */
const findWords = (language: Language, key: string): string => {
	const { t } = createWords(language)
	const [field, value = ''] = key.split('.')
	const place = field === 'province' ? programmePlaces.find(({ code }) => code === value) : undefined
	if (place) return getPlaceName(place, language).words
	const lesson = field === 'lesson' ? findLessonView(skills, value, language) : undefined
	return lesson?.words.title ?? t(own[key] ?? (`session.${key}` as MessageKey))
}

/** The session form for ODK and KoboToolbox. */
export const GET: RequestHandler = () => {
	const provinces = programmePlaces.filter(({ kind }) => kind === 'province' || kind === 'prefecture')
	const form = makeXForm(
		{ provinces: provinces.map(({ code }) => code), lessons: skills.lessons.map(({ id }) => id) },
		findWords,
	)
	return new Response(form, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
