import { showPart } from '#ui/gallery'
import Field from './Field.svelte'

export const parts = [
	showPart(Field)([
		{
			name: 'plain',
			locale: 'fr',
			props: ({ t }) => ({ id: 'field-fr', label: t('report.where.nickname') }),
		},
		{
			name: 'hint',
			locale: 'ar',
			props: ({ t }) => ({
				id: 'field-ar',
				label: t('report.where.link'),
				hint: t('report.where.link.hint'),
				dir: 'ltr',
			}),
		},
		{
			name: 'hint',
			locale: 'zgh',
			props: ({ t }) => ({ id: 'field-zgh', label: t('report.where.app'), hint: t('report.where.app.hint') }),
		},
		{
			name: 'wrong',
			locale: 'fr',
			props: ({ t }) => ({
				id: 'field-wrong',
				label: t('law.on.title'),
				hint: t('law.on.hint'),
				error: t('law.on.wrong'),
				value: '2019-02-30',
			}),
		},
		{
			name: 'long',
			locale: 'ar',
			props: ({ t }) => ({
				id: 'field-long',
				label: t('report.contact'),
				hint: t('report.contact.hint'),
				rows: 3,
			}),
		},
	]),
]
