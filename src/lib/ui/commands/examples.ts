import { showPart } from '#ui/gallery'
import Commands from './Commands.svelte'

export const parts = [
	showPart(Commands)([
		{ name: 'command', locale: 'fr', props: (words) => ({ words, language: 'fr', text: '`npm start`' }) },
		{
			name: 'none',
			locale: 'ar',
			props: (words) => ({ words, language: 'ar', text: words.t('stale.page') }),
		},
		{
			name: 'file',
			locale: 'zgh',
			props: (words) => ({ words, language: 'zgh', text: '`/etc/unbound/unbound.conf`' }),
		},
	]),
]
