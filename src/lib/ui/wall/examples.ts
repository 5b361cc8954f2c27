import { showPart } from '#ui/gallery'
import { text } from '../gallery/text.ts'
import Wall from './Wall.svelte'

export const parts = [
	showPart(Wall, { isFrame: true })([
		{ name: 'star', locale: 'ar', props: ({ t }) => ({ tall: true, children: text(t('site.name')) }) },
		{
			name: 'cross',
			locale: 'fr',
			props: ({ t }) => ({ tiling: 'cross', children: text(t('site.name')) }),
		},
		{ name: 'knot', locale: 'zgh', props: ({ t }) => ({ tiling: 'knot', children: text(t('site.name')) }) },
	]),
]
