import { showPart } from '#ui/gallery'
import ListenButton from './ListenButton.svelte'

export const parts = [
	showPart(ListenButton)([
		{ name: 'hidden until a voice is found', locale: 'ar', props: (words) => ({ words, lang: 'ar' }) },
		{ name: 'hidden until a voice is found', locale: 'fr', props: (words) => ({ words, lang: 'fr' }) },
		{ name: 'hidden for good', locale: 'zgh', props: (words) => ({ words, lang: 'zgh' }) },
	]),
]
