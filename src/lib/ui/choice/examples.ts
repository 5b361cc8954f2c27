import { showPart } from '#ui/gallery'
import Choice from './Choice.svelte'

export const parts = [
	showPart(Choice)([
		{ name: 'box', locale: 'fr', props: ({ t }) => ({ type: 'checkbox', label: t('report.where.unknown') }) },
		{
			name: 'dot',
			locale: 'ar',
			props: ({ t }) => ({ type: 'radio', name: 'dot', label: t('urgency.today') }),
		},
		{
			name: 'hint',
			locale: 'zgh',
			props: ({ t }) => ({ type: 'checkbox', label: t('urgency.calm'), hint: t('urgency.calm.hint') }),
		},
		{
			name: 'tile, taken, long',
			locale: 'ar',
			props: ({ t }) => ({
				type: 'checkbox',
				isTile: true,
				checked: true,
				label: t('report.police'),
				hint: t('report.police.hint'),
			}),
		},
		{
			name: 'tile, long',
			locale: 'fr',
			props: ({ t }) => ({
				type: 'checkbox',
				isTile: true,
				label: t('report.police'),
				hint: t('report.police.hint'),
			}),
		},
	]),
]
