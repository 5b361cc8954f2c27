/**
 * The lists of words that people build passwords from. They are most of what a visitor downloads here: only lists that
 * earn their weight are taken, each from its own module. Left out: encyclopaedia words and English family names.
 */
import { dictionary as arabic } from '@zxcvbn-ts/language-ar'
import { adjacencyGraphs } from '@zxcvbn-ts/language-common'
import passwords from '@zxcvbn-ts/language-common/dist/passwords.json.mjs'
import englishWords from '@zxcvbn-ts/language-en/dist/commonWords.json.mjs'
import englishNames from '@zxcvbn-ts/language-en/dist/firstnames.json.mjs'
import frenchWords from '@zxcvbn-ts/language-fr/dist/commonWords.json.mjs'
import frenchNames from '@zxcvbn-ts/language-fr/dist/firstnames.json.mjs'
import frenchFamilies from '@zxcvbn-ts/language-fr/dist/lastnames.json.mjs'
import { arabicKeyboard } from './arabic-keyboard.ts'
import { moroccanNames, moroccanPlaces, moroccanWords } from './moroccan-words.ts'

/** The Arabic package (made for version 3) writes names with characters that nobody types: `abdul-aziz`, `isma'il`. */
const toTyped = (names: readonly string[]): string[] =>
	names
		.filter((name) => name !== '' && name !== 'pagination')
		.flatMap((name) => [...new Set([name, name.replace(/['-]/gu, '')])])

export const wordLists = {
	common: passwords,
	'name-ma': moroccanNames,
	'place-ma': moroccanPlaces,
	'word-ma': moroccanWords,
	'word-en': englishWords,
	'word-fr': frenchWords,
	'name-ar': toTyped([...arabic.firstnames, ...arabic.lastnames]),
	'name-en': englishNames,
	'name-fr': frenchNames,
	'name-fr-family': frenchFamilies,
}

export const keyboards = { ...adjacencyGraphs, arabic: arabicKeyboard }
