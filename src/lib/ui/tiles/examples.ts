import { showPart } from '#ui/gallery'
import type { Words } from '#ui/words'
import type { Tile } from './index.ts'
import Tiles from './Tiles.svelte'

const pictures = { now: 'danger', today: 'today', calm: 'calm' } as const
const urgencyTiles = ({ locale, t }: Words): Tile[] =>
	(['now', 'today', 'calm'] as const).map((urgency) => ({
		href: `/${locale}/help/threatened/teen/${urgency}`,
		title: t(`urgency.${urgency}`),
		hint: t(`urgency.${urgency}.hint`),
		picture: pictures[urgency],
		isUrgent: urgency === 'now',
	}))

export const parts = [
	showPart(Tiles)([
		{ name: 'usual', locale: 'fr', props: (words) => ({ tiles: urgencyTiles(words) }) },
		{ name: 'usual', locale: 'zgh', props: (words) => ({ tiles: urgencyTiles(words) }) },
		{ name: 'column', locale: 'ar', props: (words) => ({ size: 'column', tiles: urgencyTiles(words) }) },
		{
			name: 'small, picture above',
			locale: 'fr',
			props: (words) => ({ size: 'small', isAbove: true, tiles: urgencyTiles(words) }),
		},
		{
			name: 'long, here',
			locale: 'ar',
			props: ({ locale, t }) => ({
				size: 'wide',
				tiles: [
					{
						href: `/${locale}/report`,
						title: t('report.title'),
						hint: t('report.police.hint'),
						isCurrent: true,
					},
					{ href: `/${locale}/law`, title: t('law.short'), hint: t('law.home'), picture: 'seal' },
				],
			}),
		},
		{ name: 'empty', locale: 'fr', props: () => ({ tiles: [] }) },
	]),
]
