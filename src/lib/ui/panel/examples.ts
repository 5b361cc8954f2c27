import { showPart } from '#ui/gallery'
import { text } from '../gallery/text.ts'
import Panel from './Panel.svelte'

export const parts = [
	showPart(Panel)([
		{
			name: 'card',
			locale: 'fr',
			props: ({ t }) => ({ title: t('result.now'), children: text(t('result.breathe')) }),
		},
		{
			name: 'sanded',
			locale: 'ar',
			props: ({ t }) => ({ kind: 'sanded', children: text(t('result.breathe')) }),
		},
		{
			name: 'good',
			locale: 'zgh',
			props: ({ t }) => ({ kind: 'good', children: text(t('result.breathe')) }),
		},
		{ name: 'alarm', locale: 'fr', props: ({ t }) => ({ kind: 'alarm', children: text(t('home.danger')) }) },
		{ name: 'warm', locale: 'ar', props: ({ t }) => ({ kind: 'warm', children: text(t('home.promise')) }) },
		{
			name: 'long',
			locale: 'fr',
			props: ({ t }) => ({ title: t('report.police'), children: text(t('report.police.hint')) }),
		},
	]),
]
