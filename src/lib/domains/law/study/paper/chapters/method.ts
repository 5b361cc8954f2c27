import type { Block, Chapter } from '#ui/paper'
import { confidences } from '../../../corpus/law-words.ts'
import { qualities } from '../../../corpus/law-source.ts'
import { assessments, gapTypes } from '../../../corpus/mapping.ts'
import { toLines } from '../cells.ts'
import type { Edition } from '../edition.ts'
import { nameArticles } from '../names.ts'

/** The question that asks for the certified texts of conventions of which only copies were read. */
const numbersQuestion = 'J20'

const makeCopies = ({ law, words }: Edition): Block => ({
	table: 'copies',
	caption: words.t('law.study.method.copies'),
	head: [words.t('law.study.method.copy'), words.t('law.study.method.until')],
	rows: law.instruments.flatMap(({ name, status }) =>
		status.consolidatedTo ? [[toLines(words.line(name)), words.day(status.consolidatedTo)]] : [],
	),
})

const makeAssessments = ({ study, words }: Edition): Block => ({
	table: 'meanings',
	caption: words.t('law.study.method.assess.table'),
	head: [
		words.t('law.study.head.assessment'),
		words.t('law.study.method.meaning'),
		words.t('law.study.method.count'),
	],
	rows: assessments.map((mark) => [
		{ mark, word: words.t(`law.study.assessment.${mark}`) },
		words.t(`law.study.assessment.${mark}.means`),
		String(study.figures.counts[mark]),
	]),
})

const makeLacks = ({ study, words }: Edition): Block => ({
	table: 'meanings',
	caption: words.t('law.study.method.lack.table'),
	head: [
		words.t('law.study.method.lack'),
		words.t('law.study.method.meaning'),
		words.t('law.study.method.count'),
	],
	rows: gapTypes
		.filter((lack) => lack !== 'none')
		.map((lack) => [
			toLines({ text: words.t(`law.study.lack.${lack}`), look: 'bold' }),
			words.t(`law.study.lack.${lack}.means`),
			String(study.rows.filter(({ mapping }) => mapping.gapType === lack).length),
		]),
})

const makeSureness = ({ study, words }: Edition): Block => ({
	table: 'meanings',
	caption: words.t('law.study.method.sure.table'),
	head: [
		words.t('law.study.method.sure.level'),
		words.t('law.study.method.meaning'),
		words.t('law.study.method.count'),
	],
	rows: confidences.map((sure) => [
		toLines({ text: words.t(`law.study.sure.${sure}`), look: 'bold' }),
		words.t(`law.study.sure.${sure}.means`),
		String(study.rows.filter(({ mapping }) => mapping.confidence === sure).length),
	]),
})

const makeQualities = ({ law, words }: Edition): Block => ({
	table: 'qualities',
	caption: words.t('law.study.method.quality.table'),
	head: [words.t('law.study.head.quality'), words.t('law.study.sources')],
	rows: qualities.map((quality) => [
		words.t(`law.study.quality.${quality}`),
		String(law.sources.filter((source) => source.quality === quality).length),
	]),
})

const makeLimits = ({ law, study, words }: Edition): Block => {
	const isRead = study.rows.some(({ mapping }) => mapping.review !== 'none')
	const isOpen = law.questions.some(({ id, answer }) => id === numbersQuestion && answer === null)
	const unassessed = study.conventions.flatMap((convention) => convention.unassessed)
	const list = nameArticles(words, law, unassessed).join(' · ')
	return {
		list: [
			...(isRead ? [] : [words.t('law.study.method.limits.review')]),
			words.t('law.study.method.limits.practice'),
			words.t('law.study.method.limits.absence'),
			words.t('law.study.method.limits.weight'),
			...(isOpen ? [words.t('law.study.method.limits.numbers', { question: numbersQuestion })] : []),
			...(unassessed.length > 0 ? [words.t('law.study.method.limits.unassessed', { list })] : []),
		],
	}
}

/** Chapter on how the study was made and what it cannot say. */
export const makeMethod = (edition: Edition): Chapter => {
	const { study, words } = edition
	const { instruments, provisions, sources } = study.figures
	const heading = (
		key: 'question' | 'read' | 'assess' | 'sure' | 'words' | 'limits' | 'mend',
	): { heading: string; level: 2 } => ({ heading: words.t(`law.study.method.${key}`), level: 2 })
	return {
		title: words.t('law.study.method'),
		wide: false,
		blocks: [
			heading('question'),
			{ text: words.t('law.study.method.question.text') },
			heading('read'),
			{ text: words.t('law.study.method.read.text', { instruments, provisions, sources }) },
			makeCopies(edition),
			heading('assess'),
			makeAssessments(edition),
			makeLacks(edition),
			heading('sure'),
			makeSureness(edition),
			makeQualities(edition),
			heading('words'),
			{ text: words.t('law.study.method.words.text') },
			heading('limits'),
			makeLimits(edition),
			heading('mend'),
			{ text: words.t('law.study.method.mend.text') },
		],
	}
}
