import type { Chapter } from '#ui/paper'
import { toLines, toMark } from '../cells.ts'
import type { Edition } from '../edition.ts'
import { getShortName } from '../names.ts'

/** Chapter on what would complete the rows that are answered in part or not settled. Gaps have a chapter of their own. */
export const makeFills = ({ study, words }: Edition): Chapter => ({
	title: words.t('law.study.fills'),
	wide: true,
	blocks: [
		{ text: words.t('law.study.fills.intro') },
		{
			table: 'fills',
			caption: words.t('law.study.fills.caption'),
			head: (['row', 'provision', 'assessment', 'fill'] as const).map((column) =>
				words.t(`law.study.head.${column}`),
			),
			rows: study.rows.flatMap(({ mapping, asks, convention, number }) =>
				mapping.fill && (mapping.assessment === 'partly' || mapping.assessment === 'unknown')
					? [
							[
								{ rows: [number] },
								toLines(
									{
										text: words.list([
											getShortName(words, convention),
											words.t('law.study.article', { article: words.code(asks.article) }),
										]),
										look: 'small',
									},
									words.line(asks.title, 'bold'),
								),
								toMark(words, mapping),
								toLines(words.line(mapping.fill)),
							],
						]
					: [],
			),
		},
	],
})
