import { getDirection, getLanguage } from '#base'
import { library } from '#domains/guide/server'
import { findQuizResult } from '#domains/skills/quiz'
import { makeCertificate, skills } from '#domains/skills/server'
import { findQuizSubject } from '#domains/skills/staff'
import { getPdfMaker, toPdfResponse } from '#platform'
import { sources, templates } from '#ui/paper'
import { createWords } from '#ui/words'
import { error } from '@sveltejs/kit'
import { getDatabase } from '#server/process/database'
import type { RequestHandler } from './$types'

export const prerender = false

/** A certificate for whoever sends the answers of a mastered form: made from them, kept nowhere. */
export const GET: RequestHandler = async ({ params, url }) => {
	const words = createWords(params.lang)
	const { t } = words
	const result = findQuizResult(skills, {
		topic: params.topic,
		form: params.form,
		language: getLanguage(params.lang),
		answers: url.searchParams,
	})
	const topic = findQuizSubject(skills, library.topics, params.topic)
	if (!result || !topic) error(404, 'page.not-found')
	if (!result.isMastered) error(409, 'certificate.not-yet')
	const now = new Date()
	const { code, fingerprint, day, rows } = await makeCertificate(getDatabase().kysely, result, {
		now,
		zone: library.calendar.zone,
		checkAddress: `${url.origin}/${params.lang}/skills/certificate`,
	})
	const sheet = {
		title: t('certificate.title'),
		description: t('certificate.title'),
		publisher: t('site.name'),
		lang: words.language,
		dir: getDirection(params.lang),
		footer: t('site.name'),
		says: t('certificate.says', { n: result.right, of: result.of }),
		topic: words.text(topic.title[words.language]),
		skillsTitle: t('certificate.skills'),
		skills: result.skills.map(({ text }) => words.text(text, result.language)),
		nameLabel: t('certificate.name'),
		date: words.date(day),
		dateLabel: t('certificate.date'),
		verify: t('certificate.verify'),
		fingerprint: `${t('certificate.key')}: \u2066${fingerprint}\u2069`,
		code,
		rows,
	}
	return toPdfResponse(getPdfMaker(sources)(templates.certificate, sheet, now), 'thiqa')
}
