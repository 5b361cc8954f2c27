import { showPart } from '#ui/gallery'
import GuideStar from './GuideStar.svelte'

export const parts = [
	showPart(GuideStar)([
		{ name: 'usual', locale: 'fr', props: () => ({}) },
		{ name: 'usual', locale: 'ar', props: () => ({}) },
		{ name: 'usual', locale: 'zgh', props: () => ({}) },
	]),
]
