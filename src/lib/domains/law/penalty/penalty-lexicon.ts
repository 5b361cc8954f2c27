import type { Language } from '#base'
import type { Act } from '../corpus/provision.ts'

/** Claims that a word of a sentence makes about a penalty. */
export const penaltyClaims = [
	'prison',
	/** Prison for a délit, in languages that tell it from prison for a crime. */
	'habs',
	'sijn',
	'felony',
	'fine',
	/** Prison together with a fine. */
	'and',
	/** Prison, a fine or both. */
	'either',
	'fine-only',
	'doubled',
	'attempt',
] as const
export type PenaltyClaim = (typeof penaltyClaims)[number]

/** Patterns by which a language speaks of penalties and of acts; what no pattern finds is not held against a record. */
type Lexicon = {
	claims: Readonly<Partial<Record<PenaltyClaim, RegExp>>>
	acts: Readonly<Record<Act, RegExp>>
	/** Words before a number of years that is an age. */
	age: RegExp
	/** A sentence with this word speaks of ages. */
	ages: RegExp
	/** `from 1 to 5`: what joins the two ends. */
	to: string
	/** Words for a number, longest first; the unit is part of some. */
	counts: Readonly<Record<string, number>>
	months: string
	years: string
	dirhams: string
}

const arabicCounts = { سنتين: 24, شهرين: 2, سنة: 12, شهر: 1 }

/** The words of each language. */
export const lexicons: Readonly<Record<Language, Lexicon>> = {
	fr: {
		claims: {
			prison: /(?<!\p{L})prison(?!\p{L})|emprisonnement|réclusion/iu,
			habs: /emprisonnement/iu,
			sijn: /réclusion/iu,
			felony: /(?<!\p{L})crimes?(?!\p{L})/iu,
			fine: /(?<!\p{L})amendes?(?!\p{L})/iu,
			and: /(?:prison|réclusion) et (?:à |d')?(?:une )?(?:lourde )?amende/iu,
			either: /ou (?:aux|les) deux|et\/ou/iu,
			'fine-only': /amende seulement/iu,
			doubled: /(?<!\p{L})doubl(?:e|ent|ée?s?|ement)(?!\p{L})/iu,
			attempt: /tentative|(?<!\p{L})(?:l'essai|essayer)(?!\p{L})/iu,
		},
		acts: {
			incite: /pouss|incit|demand/iu,
			make: /produi|fabri/iu,
			share: /diffus|partag|envoi|envoy|transmet|publi/iu,
			keep: /(?<!\p{L})(?:garde|gardent|garder)(?!\p{L})|déten|détien|conserv/iu,
		},
		age: /(?:moins de|avant|mineure?s? de|âgée?s? de) ?$/iu,
		ages: /majorité/iu,
		to: 'à',
		counts: {},
		months: 'mois',
		years: 'ans?',
		dirhams: '(?:de )?(?:DH|dirhams?)',
	},
	en: {
		claims: {
			prison: /(?<!\p{L})(?:prison|imprisonment)(?!\p{L})/iu,
			felony: /(?<!\p{L})felon(?:y|ies)(?!\p{L})/iu,
			fine: /(?<!\p{L})fines?(?!\p{L})/iu,
			and: /(?:prison|imprisonment) and a (?:heavy )?fine/iu,
			either: /or both|and\/or/iu,
			'fine-only': /a fine only/iu,
			doubled: /(?<!\p{L})doubl(?:e|es|ed|ing)(?!\p{L})|twice as/iu,
			attempt: /(?<!\p{L})(?:attempts?|trying)(?!\p{L})/iu,
		},
		acts: {
			incite: /push|incit|(?<!\p{L})ask|seek/iu,
			make: /(?<!\p{L})mak(?:e|es|ing)(?!\p{L})|produc/iu,
			share: /shar|(?<!\p{L})send|forward|publish|pass(?:es|ed|ing)? on/iu,
			keep: /(?<!\p{L})(?:keep|hold)(?:s|ing)?(?!\p{L})|possess/iu,
		},
		age: /(?:under|below|age of|aged) ?$/iu,
		ages: /majority/iu,
		to: 'to',
		counts: {},
		months: 'months?',
		years: 'years?',
		dirhams: 'DH|dirhams?',
	},
	ar: {
		claims: {
			prison: /(?:ال|لل)(?:حبس|سجن)/u,
			habs: /(?:ال|لل)حبس/u,
			sijn: /(?:ال|لل)سجن/u,
			felony: /جناي(?:ة|ات)/u,
			fine: /غرام(?:ة|ات)/u,
			and: /ال(?:حبس|سجن) و(?:ال)?غرامة/u,
			either: /أو هما معا|و\/أو/u,
			'fine-only': /غرامة فقط/u,
			doubled: /(?<!\p{L})(?<!استغلال )[وب]?الضعف(?!\p{L})|ضاعف/u,
			attempt: /محاولة/u,
		},
		acts: {
			incite: /حرض|تحريض|يدفع|طلب/u,
			make: /نتاج|ينتج/u,
			share: /نشر|توزيع|رسال|يرسل/u,
			keep: /يحتفظ|احتفاظ|حياز|يحوز/u,
		},
		age: /(?:دون|عن|سن|قبل) ?$/u,
		ages: /الرشد|المسؤولية الجنائية/u,
		to: 'إلى',
		counts: arabicCounts,
		months: 'أشهر|شهرا|شهر',
		years: 'سنوات|سنة',
		dirhams: 'دراهم|درهما|درهم',
	},
	zgh: {
		claims: {
			prison: /ⵍⵃⴱⵙ/u,
			felony: /ⵍⵊⵉⵏⴰⵢⴰ/u,
			fine: /ⵍⵖⵔⴰⵎⴰ/u,
			and: /ⵍⵃⴱⵙ(?: ⵏⵏⵙ \p{L}+)? ⴷ (?:ⴰⴷ ⵉⵅⵍⵚ )?ⵍⵖⵔⴰⵎⴰ/u,
			either: /ⵏⵖ ⵙⵉⵏ ⵏⵙⵏ/u,
			'fine-only': /ⵍⵖⵔⴰⵎⴰ ⵖⴰⵙ/u,
			doubled: /ⵙⵏⴰⵜ (?:ⵏ ⵜⴽⴽⴰⵍ|ⵜⵡⴰⵍ)/u,
			attempt: /ⵢⵓⵔⵎ/u,
		},
		acts: {
			incite: /ⵉⵙⵙⵓⵜⵓⵔ/u,
			make: /ⵜⵜ ⵉⵙⴽⴰⵔⵏ|ⵜⵏⵜ ⵉⵙⴽⴰⵔⵏ/u,
			share: /ⵉⴼⵙⵙ?ⵔⵏ|ⴰⴼⵙⴰⵔ/u,
			keep: /(?:ⵜⵏⵜ|ⵜⵜ) ⵉⵃⵟⵟⵓⵏ/u,
		},
		age: /ⴷⴷⴰⵡ ?$/u,
		ages: /ⵍⵄⵎⵔ/u,
		to: 'ⴰⵔ',
		counts: {},
		months: 'ⵡⴰⵢⵢⵓⵔⵏ|ⵡⴰⵢⵢⵓⵔ',
		years: 'ⵉⵙⴳⴳⵯⴰⵙⵏ|ⵓⵙⴳⴳⵯⴰⵙ',
		dirhams: '(?:ⵏ )?ⴷ?ⴷⵔⵀⵎ',
	},
}
