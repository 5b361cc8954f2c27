import type { Translated } from '../counted.ts'
import type { blocked as keys } from './ar.ts'

/** Words of the page that stands in place of a blocked address, in English. */
export const blocked: Translated<typeof keys, 'en'> = {
	'blocked.title': 'This address is blocked',
	'blocked.intro':
		'The internet provider has closed this address to protect children. Coming here is nobody’s fault.',
	'blocked.private': 'This page writes down neither who comes here nor which address was asked for.',
	'blocked.talk': 'To talk about it',
	'blocked.talk-text': 'Seeing something hard can frighten or sadden. There are people who listen and help.',
	'blocked.mistake': 'If it is a mistake',
	'blocked.mistake-text':
		'If this address is yours, or is blocked wrongly, the team that keeps the list looks at every request. This page says who answers and how to write to them:',
	'blocked.ends': 'Each block ends after 90 days. It is renewed only if two people look at it again.',
}
