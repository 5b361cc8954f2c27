import { showPart } from '#ui/gallery'
import type { Words } from '#ui/words'
import { text } from '../gallery/text.ts'
import Technicians from './Technicians.svelte'

const toFold = (words: Words) => ({ words, children: text('npm start') })

export const parts = [
	showPart(Technicians)([
		{ name: 'folded', locale: 'fr', props: toFold },
		{ name: 'folded', locale: 'ar', props: toFold },
		{ name: 'folded', locale: 'zgh', props: toFold },
	]),
]
