import { showPart } from '#ui/gallery'
import { lines } from '../gallery/text.ts'
import Table from './Table.svelte'

export const parts = [
	showPart(Table)([
		{
			name: 'plain',
			locale: 'fr',
			props: ({ t }) => ({
				caption: t('figures.times'),
				showsCaption: true,
				heads: [t('figures.step'), t('figures.promised')],
				children: lines([
					[t('case.clock.first-answer'), '24'],
					[t('case.clock.danger-eye'), '1'],
				]),
			}),
		},
		{
			name: 'cards on a phone',
			locale: 'ar',
			props: ({ t }) => ({
				caption: t('figures.times'),
				isFramed: true,
				narrow: 'cards',
				heads: [t('figures.step'), t('figures.promised')],
				children: lines([[t('case.clock.first-answer'), '24']]),
			}),
		},
		{
			name: 'lists on a phone, long',
			locale: 'zgh',
			props: ({ t }) => ({
				caption: t('law.gap.title'),
				narrow: 'lists',
				heads: [t('law.texts'), t('law.short')],
				children: lines([[t('law.texts.intro'), t('footer.about')]]),
			}),
		},
		{
			name: 'empty',
			locale: 'fr',
			props: ({ t }) => ({
				caption: t('law.texts'),
				heads: [t('law.texts'), t('law.short')],
				children: lines([]),
			}),
		},
	]),
]
