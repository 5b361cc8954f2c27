import { showPart } from '#ui/gallery'
import { text } from '../gallery/text.ts'
import Notice from './Notice.svelte'

export const parts = [
	showPart(Notice)([
		{ name: 'note', locale: 'fr', props: ({ t }) => ({ children: text(t('stale.page')) }) },
		{ name: 'note', locale: 'ar', props: ({ t }) => ({ children: text(t('stale.page')) }) },
		{ name: 'note', locale: 'zgh', props: ({ t }) => ({ children: text(t('stale.page')) }) },
		{ name: 'alarm', locale: 'fr', props: ({ t }) => ({ kind: 'alarm', children: text(t('law.on.wrong')) }) },
		{ name: 'good', locale: 'ar', props: ({ t }) => ({ kind: 'good', children: text(t('desk.done')) }) },
		{
			name: 'long',
			locale: 'fr',
			props: ({ t }) => ({ children: text(`${t('footer.about')} ${t('footer.draft')}`) }),
		},
	]),
]
