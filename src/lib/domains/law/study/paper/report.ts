import { getDirection } from '#base'
import type { Report, Sheet } from '#ui/paper'
import { makeArticles } from './chapters/articles.ts'
import { makeConventions } from './chapters/conventions.ts'
import { makeFills } from './chapters/fills.ts'
import { makeGaps } from './chapters/gaps.ts'
import { makeInstruments } from './chapters/instruments.ts'
import { makeMethod } from './chapters/method.ts'
import { makeQuestions } from './chapters/questions.ts'
import { makeSources } from './chapters/sources.ts'
import { makeSummary } from './chapters/summary.ts'
import type { Edition } from './edition.ts'

/** Imprint of every paper of the study: whose it is, of which day, and that no jurist has read it. */
export const toStudySheet = (
	{ study, words, print }: Edition,
	title: string,
): Sheet & Pick<Report, 'kicker' | 'draft' | 'draftLong' | 'state'> => {
	const state = words.t('law.study.state', { day: words.day(study.day) })
	return {
		title,
		description: words.t('law.study.subtitle'),
		publisher: words.publisher,
		lang: words.language,
		dir: getDirection(words.language),
		footer: [words.publisher, words.t('law.study.foot'), words.code(print)].join(' · '),
		kicker: words.t('law.study.kicker'),
		draft: words.t('law.study.draft'),
		draftLong: words.t('law.study.draft.long'),
		state,
	}
}

const makeAbout = ({ study, words, print, address }: Edition): Report['about'] => {
	const day = words.day(study.day)
	const { done, of } = study.figures.read
	const fact = (
		name: 'what' | 'who' | 'review' | 'edition' | 'live' | 'licence' | 'cite',
		fill: Readonly<Record<string, string | number>> = {},
	): [string, string] => [words.t(`law.study.about.${name}`), words.t(`law.study.about.${name}.text`, fill)]
	return {
		title: words.t('law.study.about'),
		facts: [
			fact('what', { rows: study.rows.length, conventions: study.conventions.length }),
			fact('who'),
			fact('review', { done, of }),
			[words.t('law.study.about.day'), day],
			fact('edition', { day, print: words.code(print) }),
			fact('live', { address: words.code(`${address}/gaps`) }),
			fact('licence', { licence: words.code('CC BY 4.0') }),
			fact('cite', { day, print: words.code(print) }),
		],
	}
}

/** The whole study: data for the template `study`. */
export const toStudyReport = (edition: Edition): Report => {
	const { words } = edition
	return {
		...toStudySheet(edition, words.t('law.study.title')),
		subtitle: words.t('law.study.subtitle'),
		contents: words.t('law.study.contents'),
		lists: words.t('law.study.lists'),
		labels: {
			table: words.t('law.study.table'),
			figure: words.t('law.study.figure'),
			comma: words.t('law.study.comma'),
		},
		about: makeAbout(edition),
		chapters: [
			makeSummary(edition),
			makeMethod(edition),
			makeInstruments(edition),
			makeConventions(edition),
			makeGaps(edition),
			makeFills(edition),
			makeQuestions(edition),
			makeSources(edition),
			makeArticles(edition),
		],
	}
}
