import { shortFrench } from './short-french.ts'

/** Spelling to sound, in order. Texted French keeps the sound and drops the rest. */
const sounds: readonly (readonly [RegExp, string])[] = [
	[/ph/g, 'f'],
	[/e?aux?/g, 'o'],
	[/t(?=ion)/g, 's'],
	[/qu|q|ck/g, 'k'],
	[/[cs]h/g, 'S'],
	[/s?c(?=[eiy])/g, 's'],
	[/c/g, 'k'],
	[/gu(?=[eiy])/g, 'g'],
	[/g(?=[eiy])/g, 'j'],
	[/oi/g, 'wa'],
	[/ou/g, 'u'],
	[/ai|ei|ay|ey/g, 'e'],
	[/(?:er|ez|et|ent|es|ees?)$/, 'e'],
	[/[mn](?=[pb])/g, 'n'],
	[/[ae][mn](?=[^aeiouy]|$)/g, 'an'],
	[/p(?=t)/g, ''],
	[/y/g, 'i'],
	[/z/g, 's'],
	[/h/g, ''],
	[/(.)\1+/g, '$1'],
	[/[sxtdp]$/, ''],
	[/e$/, ''],
]

/**
 * Sound of a folded French (or English) word, endings dropped: harcelé, harceler, arcelé and harcelent meet.
 * Empty when the word holds anything but Latin letters, or when fewer than three characters are left.
 */
export const getFrenchKey = (word: string): string => {
	if (!/^[a-z]{3,}$/.test(word)) return ''
	const key = sounds.reduce((text, [spelling, sound]) => text.replace(spelling, sound), word)
	return key.length >= 3 ? key : ''
}

/** The words that a texted French word stands for (mdp, kelk1); empty when it is none. */
export const expandShortFrench = (word: string): readonly string[] => shortFrench.get(word) ?? []
