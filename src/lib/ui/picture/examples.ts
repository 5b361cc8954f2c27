import { showPart } from '#ui/gallery'
import { pictureNames } from './index.ts'
import Picture from './Picture.svelte'

export const parts = [
	showPart(Picture)(pictureNames.map((name) => ({ name, locale: 'fr' as const, props: () => ({ name }) }))),
]
