import { showPart } from '#ui/gallery'
import { text } from '../gallery/text.ts'
import Kicker from './Kicker.svelte'

export const parts = [
	showPart(Kicker)([
		{
			name: 'way back',
			locale: 'fr',
			props: ({ locale, t }) => ({ href: `/${locale}/law`, label: t('law.short') }),
		},
		{
			name: 'way back',
			locale: 'zgh',
			props: ({ locale, t }) => ({ href: `/${locale}/law`, label: t('law.short') }),
		},
		{
			name: 'with what follows',
			locale: 'ar',
			props: ({ locale, t }) => ({
				href: `/${locale}/skills`,
				label: t('skills.title'),
				children: text(` · ${t('play.friend')}`),
			}),
		},
	]),
]
