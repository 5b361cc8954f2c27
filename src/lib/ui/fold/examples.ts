import { showPart } from '#ui/gallery'
import { text } from '../gallery/text.ts'
import Fold from './Fold.svelte'

export const parts = [
	showPart(Fold)([
		{
			name: 'closed',
			locale: 'ar',
			props: ({ t }) => ({ name: t('law.gap.title'), children: text(t('law.gap.intro')) }),
		},
		{
			name: 'open, long',
			locale: 'fr',
			props: ({ t }) => ({ name: t('law.gap.intro'), isOpen: true, children: text(t('footer.about')) }),
		},
		{
			name: 'Tifinagh',
			locale: 'zgh',
			props: ({ t }) => ({ name: t('law.gap.title'), children: text(t('footer.about')) }),
		},
	]),
]
