import { findInvented } from '../screens/index.ts'
import type { DeviceGuide, GuideWords } from './device-guide.ts'

/** Words from which what stands in quotation marks is a sentence that somebody says, not the name of a line. */
const sentence = 5

const quoted = (text: string): string[] =>
	[...text.matchAll(/[«“]\s?([^«»“”]+?)\s?[»”]/gu)].map(([, inside = '']) => inside)

/** Names of lines in quotation marks that no cited page has. */
const findUnread = (words: GuideWords, labels: DeviceGuide['labels']): string[] =>
	words.goals
		.flatMap(({ goal, steps, see }) => [goal, ...steps, see])
		.flatMap(quoted)
		.filter((name) => name.split(/\s+/u).length < sentence && !labels.some(({ text }) => text === name))
		.map((name) => `"${name}" stands in quotation marks like a label, and is cited nowhere`)

/** Words that a guide shows or quotes and nobody has read at their maker, and screens that do not fit its goals. */
export const findGuideFaults = (guide: DeviceGuide): string[] => [
	...findInvented(guide.screens, guide.labels),
	...guide.labels
		.filter(({ source }) => guide.pages[source]?.from !== 'maker')
		.map(({ text }) => `the label "${text}" is cited from no page of its maker`),
	...Object.entries(guide.words).flatMap(([language, words]) => [
		...(words.goals.length === guide.screens.length
			? []
			: [`has ${guide.screens.length} screens for ${words.goals.length} goals in ${language}`]),
		...findUnread(words, guide.labels),
	]),
]
