import { showPart } from '#ui/gallery'
import { text } from '../gallery/text.ts'
import Button from './Button.svelte'

export const parts = [
	showPart(Button)([
		{ name: 'action', locale: 'fr', props: ({ t }) => ({ children: text(t('search.button')) }) },
		{
			name: 'link',
			locale: 'ar',
			props: ({ locale, t }) => ({ href: `/${locale}/help`, children: text(t('nav.help')) }),
		},
		{ name: 'quiet', locale: 'zgh', props: ({ t }) => ({ kind: 'quiet', children: text(t('page.print')) }) },
		{ name: 'words', locale: 'fr', props: ({ t }) => ({ kind: 'words', children: text(t('page.listen')) }) },
		{
			name: 'cannot be pressed',
			locale: 'ar',
			props: ({ t }) => ({ disabled: true, children: text(t('keys.busy')) }),
		},
		{ name: 'long', locale: 'fr', props: ({ t }) => ({ children: text(t('report.promise.receipt')) }) },
	]),
]
