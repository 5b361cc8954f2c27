import type { Chapter, Line } from '#ui/paper'
import type { LawSource } from '../../../corpus/law-source.ts'
import { toLines } from '../cells.ts'
import type { Edition } from '../edition.ts'
import type { StudyWords } from '../study-words.ts'

const toPlace = (words: StudyWords, { url, locator }: LawSource): Line => {
	if (url === null) return words.borrowed(locator, 'en')
	return { text: words.code(url), link: url }
}

/** All that the study rests on. */
export const makeSources = ({ law, words }: Edition): Chapter => ({
	title: words.t('law.study.sources'),
	wide: true,
	blocks: [
		{ text: words.t('law.study.sources.intro') },
		{
			table: 'sources',
			caption: words.t('law.study.sources.caption'),
			head: (['number', 'source', 'quality', 'address'] as const).map((column) =>
				words.t(`law.study.head.${column}`),
			),
			rows: law.sources.map((source) => [
				toLines({ text: words.code(source.id), look: 'bold' }),
				toLines(words.borrowed(source.title, 'en')),
				words.t(`law.study.quality.${source.quality}`),
				toLines(toPlace(words, source)),
			]),
		},
	],
})
