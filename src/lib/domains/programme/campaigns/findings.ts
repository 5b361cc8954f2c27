/** Faults in the words of a material: nobody can agree to it before nothing is. */
import type { Language } from '#base'
import { checkAddresses, checkTerms, getLimits, toSentences, toWords, type Library } from '#domains/guide'
import { hasBareNumberRun } from '#tools/script/bidi'
import type { CampaignAudience, MaterialKind } from './campaign.ts'
import { isSpokenKind } from './campaign.ts'
import { linkMark, measureText, type MaterialWords } from './material.ts'

export const findingCodes = [
	'empty',
	'term',
	'fear',
	'sentence',
	'address',
	'isolate',
	'broken',
	'number',
	'parts',
	'seconds',
	'characters',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** `detail`: the words that it is about, a number, or nothing. */
export type MaterialFinding = { code: FindingCode; detail: string }

/** SMS that one message may take: more is a page, not a message. */
export const mostParts = 4

/** Scaring teaches helplessness (rule R3): threats by number, doom, pictures of crime. */
const fearful: Readonly<Record<Language, RegExp>> = {
	ar: /رعب|مرعب|كارثة|كابوس|وحش|(?<!\p{L})ضحية? (?:من|بين) كل|طفل (?:واحد )?من (?:كل|بين)|\d+ ?[%٪] من الأطفال|فات الأوان|دمر حيات|جريمة بشعة/u,
	fr: /terrifi|effroyable|cauchemar|horreur|drame|un enfant sur|\d+ ?% des (?:enfants|jeunes|ados)|victime sur|trop tard pour|d[ée]truit (?:sa|ta|votre|une) vie|sc[èe]ne de crime/iu,
	zgh: /ⵜⵉⵡⴷⵉ ⵜⴰⵅⴰⵜⴰⵔⵜ|ⵢⴰⵏ ⵓⵣⵣⴰⵏ ⵙⴳ|\d+ ?% ⵏ ⵉⵣⵣⴰⵏⵏ/u,
	en: /terrif|horrif|nightmare|one (?:child|in \w+ children)|\d+ ?% of (?:children|teens|kids)|too late for|destroys? (?:a|your|their) li(?:fe|ves)|crime scene|deadly/iu,
}

const tell = (code: FindingCode, details: readonly string[]): MaterialFinding[] =>
	details.map((detail) => ({ code, detail }))

const findLongSentences = (text: string, audience: CampaignAudience, language: Language): string[] => {
	const { longest } = getLimits(audience, language)
	return toSentences(text).filter((sentence) => toWords(sentence).length > longest)
}

const findLengthFaults = (
	of: Pick<Checked, 'kind' | 'language'>,
	text: string,
	link: string,
): MaterialFinding[] => {
	const length = measureText(of, text, link)
	if (!length) return []
	if (length.as === 'broken') return [{ code: length.code, detail: '' }]
	if (length.as === 'sms')
		return tell('parts', length.sms.parts > mostParts ? [String(length.sms.parts)] : [])
	if (length.as === 'radio')
		return tell('seconds', length.seconds > length.most ? [String(length.seconds)] : [])
	return tell('characters', length.characters > length.most ? [String(length.characters)] : [])
}

/** A number joined by signs turns round in a line that runs from the right, and plain text cannot hold it. */
const findTurningNumbers = (language: Language, text: string): MaterialFinding[] =>
	language === 'ar' && hasBareNumberRun(text) ? [{ code: 'number', detail: '' }] : []

type Checked = { kind: MaterialKind; language: Language; audience: CampaignAudience; words: MaterialWords }

/** Everything that stands against a material. `link`: address that its text will carry. */
export const checkMaterial = (
	{ kind, language, audience, words }: Checked,
	terms: Library['terms'],
	link: string,
): MaterialFinding[] => {
	const own = [words.title, ...words.lines, words.text.replaceAll(linkMark, '')].join('\n').trim()
	if (own === '') return [{ code: 'empty', detail: '' }]
	const fear = fearful[language].exec(own)
	return [
		...tell('term', checkTerms(own, terms[language] ?? [])),
		...tell('fear', fear ? [fear[0]] : []),
		...tell('sentence', findLongSentences(own, audience, language)),
		...tell('address', checkAddresses(own)),
		...(isSpokenKind(kind)
			? [...findTurningNumbers(language, own), ...findLengthFaults({ kind, language }, words.text, link)]
			: []),
	]
}
