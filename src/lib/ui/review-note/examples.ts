import { showPart } from '#ui/gallery'
import type { Words } from '#ui/words'
import ReviewNote from './ReviewNote.svelte'

const toNobody = (words: Words) =>
	({ words, checked: '2026-11-28', review: { native: 'none', specialist: 'none', jurist: 'none' } }) as const

export const parts = [
	showPart(ReviewNote)([
		{ name: 'nobody yet', locale: 'fr', props: toNobody },
		{ name: 'nobody yet', locale: 'ar', props: toNobody },
		{ name: 'nobody yet', locale: 'zgh', props: toNobody },
		{
			name: 'by one',
			locale: 'ar',
			props: (words) => ({
				words,
				checked: '2026-11-28',
				review: { native: { by: 'A. B.', on: '2026-11-28' } },
			}),
		},
	]),
]
