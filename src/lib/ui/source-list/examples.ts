import { showPart } from '#ui/gallery'
import type { Words } from '#ui/words'
import SourceList from './SourceList.svelte'

const toSources = (words: Words) =>
	({
		words,
		sources: [
			{
				title: 'Convention on the Rights of the Child, and what its committee says of children online',
				publisher: 'United Nations',
				url: 'https://www.ohchr.org/',
				date: '1989',
				how: 'read',
				extent: 'articles 16, 19, 34',
			},
			{ title: 'Guidelines', publisher: 'ITU', how: 'known' },
		],
	}) as const

export const parts = [
	showPart(SourceList, { isItems: true })([
		{ name: 'long', locale: 'fr', props: toSources },
		{ name: 'long', locale: 'ar', props: toSources },
		{ name: 'long', locale: 'zgh', props: toSources },
		{ name: 'empty', locale: 'fr', props: (words) => ({ words, sources: [] }) },
	]),
]
