import type { Language } from '#base'
import type { Doubling } from '../corpus/provision.ts'

/** Phrases of a language for the penalty of an article. Numbers are written plainly; `words.text()` isolates them. */
export type PenaltyWords = {
	/** Formats a number of months as the language counts them; after a preposition where it has cases. */
	months: (count: number) => string
	years: (count: number) => string
	/** The amount as it is written, and as a number: languages bend the noun after it. */
	dirhams: (written: string, amount: number) => string
	/** `to` carries the unit; `from` does too where it is another one. */
	span: (from: string, to: string) => string
	/** Used when both ends are equal. */
	exactTime: (time: string) => string
	exactAmount: (amount: string) => string
	/** Separator of thousands. */
	thousands: string
	/** The unit is said once when both ends have the same: `de 1 à 3 mois`. */
	saysUnitOnce: boolean
	habs: (span: string) => string
	sijn: (span: string) => string
	life: string
	raises: string
	prepared: string
	fine: (span: string) => string
	and: (prison: string, fine: string) => string
	either: (prison: string, fine: string) => string
	doubled: (cases: string) => string
	or: string
	doublings: Readonly<Record<Doubling, string>>
	legalPerson: (fine: string) => string
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** Arabic counts one and two by the noun alone, three to ten with a plural, more with a singular. */
const countArabic = (
	count: number,
	[one, two, few, many]: readonly [string, string, string, string],
): string => {
	if (count === 1) return one
	if (count === 2) return two
	const last = count % 100
	return `${count} ${last >= 3 && last <= 10 ? few : many}`
}

const countTamazight = (count: number, one: string, few: string): string => {
	if (count === 1) return `ⵢⴰⵏ ${one}`
	if (count === 2) return `ⵙⵉⵏ ${few}`
	return `${count} ⵏ ${count <= 10 ? few : one}`
}

const french: PenaltyWords = {
	months: (count) => `${count} mois`,
	years: (count) => plural(count, 'an', 'ans'),
	dirhams: (written, amount) => `${written}${amount > 0 && amount % 1_000_000 === 0 ? ' de' : ''} dirhams`,
	span: (from, to) => `de ${from} à ${to}`,
	exactTime: (time) => `de ${time}`,
	exactAmount: (amount) => `de ${amount}`,
	thousands: '\u00a0',
	saysUnitOnce: true,
	habs: (span) => `Emprisonnement ${span}`,
	sijn: (span) => `Réclusion ${span}`,
	life: 'Réclusion à perpétuité',
	raises: "Réclusion plus longue, selon l'article qui est aggravé",
	prepared: "Peine de l'infraction préparée la plus grave",
	fine: (span) => `amende ${span}`,
	and: (prison, fine) => `${prison}, et ${fine}`,
	either: (prison, fine) => `${prison}, ou ${fine}, ou les deux`,
	doubled: (cases) => `Peine doublée ${cases}.`,
	or: ', ou ',
	doublings: {
		authority: "si l'auteur a autorité sur la victime",
		'authority-or-care': "si l'auteur a autorité sur la victime ou en a la charge",
		'data-deleted-or-changed': 'si des données sont supprimées ou modifiées',
		disability: 'si la victime est en situation de handicap',
		'law-enforcement-in-public-places': "si l'auteur est chargé de l'ordre dans les lieux publics",
		recidivism: 'en cas de récidive',
		'spouse-or-relative': "si l'auteur est un conjoint ou un parent",
		'system-disturbed': 'si le fonctionnement du système est altéré',
		'victim-disabled': 'si la victime est en situation de handicap',
		'victim-minor': 'si la victime est mineure',
		'victim-minor-lured': 'si la victime mineure a été attirée par ruse',
		'woman-because-of-sex': 'si la victime est une femme visée en raison de son sexe',
		'work-colleague': "si l'auteur est un collègue de travail",
	},
	legalPerson: (fine) => `Pour une personne morale : ${fine}.`,
}

const english: PenaltyWords = {
	months: (count) => plural(count, 'month', 'months'),
	years: (count) => plural(count, 'year', 'years'),
	dirhams: (written) => `${written} dirhams`,
	span: (from, to) => `of ${from} to ${to}`,
	exactTime: (time) => `of ${time}`,
	exactAmount: (amount) => `of ${amount}`,
	thousands: ',',
	saysUnitOnce: true,
	habs: (span) => `Imprisonment ${span}`,
	sijn: (span) => `Imprisonment for a felony (“réclusion”) ${span}`,
	life: 'Imprisonment for life',
	raises: 'A longer imprisonment for a felony (“réclusion”), depending on the article that is made worse',
	prepared: 'The penalty of the most serious offence that was prepared',
	fine: (span) => `a fine ${span}`,
	and: (prison, fine) => `${prison}, and ${fine}`,
	either: (prison, fine) => `${prison}, or ${fine}, or both`,
	doubled: (cases) => `Doubled ${cases}.`,
	or: ', or ',
	doublings: {
		authority: 'if the author has authority over the victim',
		'authority-or-care': 'if the author has authority over the victim or is in charge of them',
		'data-deleted-or-changed': 'if data are deleted or changed',
		disability: 'if the victim has a disability',
		'law-enforcement-in-public-places': 'if the author keeps order in public places',
		recidivism: 'if it is done again after a conviction',
		'spouse-or-relative': 'if the author is a spouse or a relative',
		'system-disturbed': 'if the system is disturbed',
		'victim-disabled': 'if the victim has a disability',
		'victim-minor': 'if the victim is a minor',
		'victim-minor-lured': 'if a minor victim was lured',
		'woman-because-of-sex': 'if the victim is a woman targeted because of her sex',
		'work-colleague': 'if the author is a colleague at work',
	},
	legalPerson: (fine) => `For a legal person: ${fine}.`,
}

const arabic: PenaltyWords = {
	months: (count) => countArabic(count, ['شهر', 'شهرين', 'أشهر', 'شهرا']),
	years: (count) => countArabic(count, ['سنة', 'سنتين', 'سنوات', 'سنة']),
	dirhams: (written, amount) => {
		const last = amount % 100
		if (last === 0) return `${written} درهم`
		return `${written} ${last >= 3 && last <= 10 ? 'دراهم' : 'درهما'}`
	},
	span: (from, to) => `من ${from} إلى ${to}`,
	exactTime: (time) => `لمدة ${time}`,
	exactAmount: (amount) => `قدرها ${amount}`,
	thousands: '.',
	saysUnitOnce: false,
	habs: (span) => `الحبس ${span}`,
	sijn: (span) => `السجن ${span}`,
	life: 'السجن المؤبد',
	raises: 'السجن لمدة أطول، حسب الفصل الذي تشدد عقوبته',
	prepared: 'عقوبة أخطر جريمة جرى التحضير لها',
	fine: (span) => `غرامة ${span}`,
	and: (prison, fine) => `${prison}، و${fine}`,
	either: (prison, fine) => `${prison}، أو ${fine}، أو هما معا`,
	doubled: (cases) => `تتضاعف العقوبة ${cases}.`,
	or: '، أو ',
	doublings: {
		authority: 'إذا كانت للفاعل سلطة على الضحية',
		'authority-or-care': 'إذا كانت للفاعل سلطة على الضحية أو كان مكلفا برعايتها',
		'data-deleted-or-changed': 'إذا حذفت المعطيات أو غيرت',
		disability: 'إذا كانت الضحية في وضعية إعاقة',
		'law-enforcement-in-public-places': 'إذا كان الفاعل مكلفا بحفظ النظام في الأماكن العمومية',
		recidivism: 'في حالة العود',
		'spouse-or-relative': 'إذا كان الفاعل زوجا أو قريبا',
		'system-disturbed': 'إذا اضطرب سير النظام',
		'victim-disabled': 'إذا كانت الضحية في وضعية إعاقة',
		'victim-minor': 'إذا كانت الضحية قاصرا',
		'victim-minor-lured': 'إذا استدرجت الضحية القاصر',
		'woman-because-of-sex': 'إذا استهدفت الضحية لأنها امرأة',
		'work-colleague': 'إذا كان الفاعل زميلا في العمل',
	},
	legalPerson: (fine) => `بالنسبة للشخص المعنوي: ${fine}.`,
}

const tamazight: PenaltyWords = {
	months: (count) => countTamazight(count, 'ⵡⴰⵢⵢⵓⵔ', 'ⵡⴰⵢⵢⵓⵔⵏ'),
	years: (count) => countTamazight(count, 'ⵓⵙⴳⴳⵯⴰⵙ', 'ⵉⵙⴳⴳⵯⴰⵙⵏ'),
	dirhams: (written) => `${written} ⵏ ⴷⴷⵔⵀⵎ`,
	span: (from, to) => `ⵙⴳ ${from} ⴰⵔ ${to}`,
	exactTime: (time) => time,
	exactAmount: (amount) => amount,
	thousands: '\u00a0',
	saysUnitOnce: false,
	habs: (span) => `ⵍⵃⴱⵙ ${span}`,
	sijn: (span) => `ⵙⵙⵊⵏ ${span}`,
	life: 'ⵙⵙⵊⵏ ⴰⵔ ⵜⴰⴳⴳⴰⵔⴰ ⵏ ⵜⵓⴷⵔⵜ',
	raises: 'ⵙⵙⵊⵏ ⵉⵖⵣⵣⵉⴼⵏ ⵓⴳⴳⴰⵔ',
	prepared: 'ⴰⵄⵇⵇⴱ ⵏ ⵎⴰ ⵉⵎⵇⵇⵓⵔⵏ ⴳ ⵎⴰ ⵉⵜⵜⵓⵙⵡⵊⴷⵏ',
	fine: (span) => `ⵍⵖⵔⴰⵎⴰ ${span}`,
	and: (prison, fine) => `${prison}, ⴷ ${fine}`,
	either: (prison, fine) => `${prison}, ⵏⵖ ${fine}, ⵏⵖ ⵙⵉⵏ ⵏⵙⵏ`,
	doubled: (cases) => `ⴰⵄⵇⵇⴱ ⵉⵜⵜⵓⵖⴰⵍ ⵙⵏⴰⵜ ⵜⵡⴰⵍ ${cases}.`,
	or: ', ⵏⵖ ',
	doublings: {
		authority: 'ⵎⴽ ⵡⴰⵏⵏⴰ ⵜ ⵉⵙⴽⵔⵏ ⵉⵃⴽⴽⵎ ⵅⴼ ⵡⴰⵏⵏⴰ ⵉⵜⵜⵓⴹⵕⵕⴰⵏ',
		'authority-or-care': 'ⵎⴽ ⵡⴰⵏⵏⴰ ⵜ ⵉⵙⴽⵔⵏ ⵉⵃⴽⴽⵎ ⵅⴼ ⵡⴰⵏⵏⴰ ⵉⵜⵜⵓⴹⵕⵕⴰⵏ ⵏⵖ ⵜ ⵉⵃⵟⵟⵓ',
		'data-deleted-or-changed': 'ⵎⴽ ⵜⵜⵓⴽⴽⵙⵏ ⵏⵖ ⵜⵜⵓⵙⵏⴼⵍⵏ ⵉⵙⴼⴽⴰ',
		disability: 'ⵎⴽ ⵡⴰⵏⵏⴰ ⵉⵜⵜⵓⴹⵕⵕⴰⵏ ⴷⴰⵔⵙ ⵉⵄⴰⵇⴰ',
		'law-enforcement-in-public-places': 'ⵎⴽ ⵡⴰⵏⵏⴰ ⵜ ⵉⵙⴽⵔⵏ ⵉⵃⵟⵟⵓ ⵉⴷⵖⴰⵔⵏ ⵉⵎⴰⵜⴰⵢⵏ',
		recidivism: 'ⵎⴽ ⵉⵜⵜⵓⵄⴰⵡⴷ',
		'spouse-or-relative': 'ⵎⴽ ⵡⴰⵏⵏⴰ ⵜ ⵉⵙⴽⵔⵏ ⵉⴳⴰ ⴰⵔⴳⴰⵣ, ⵜⴰⵎⵖⴰⵔⵜ ⵏⵖ ⵢⴰⵏ ⵙⴳ ⵜⴰⵡⵊⴰ',
		'system-disturbed': 'ⵎⴽ ⵉⵅⵙⵔ ⵓⵏⴳⵔⴰⵡ',
		'victim-disabled': 'ⵎⴽ ⵡⴰⵏⵏⴰ ⵉⵜⵜⵓⴹⵕⵕⴰⵏ ⴷⴰⵔⵙ ⵉⵄⴰⵇⴰ',
		'victim-minor': 'ⵎⴽ ⵡⴰⵏⵏⴰ ⵉⵜⵜⵓⴹⵕⵕⴰⵏ ⵓⵔ ⵉⵍⴽⵉⵎ 18 ⵏ ⵓⵙⴳⴳⵯⴰⵙ',
		'victim-minor-lured': 'ⵎⴽ ⵉⵜⵜⵓⵙⵛⵎⵜ ⵢⴰⵏ ⵓⵔ ⵉⵍⴽⵉⵎⵏ 18 ⵏ ⵓⵙⴳⴳⵯⴰⵙ',
		'woman-because-of-sex': 'ⵎⴽ ⵜⴳⴰ ⵜⴰⵎⵖⴰⵔⵜ, ⵙ ⵡⴰⵢⵏⵏⴰ ⴰⵢⴰ',
		'work-colleague': 'ⵎⴽ ⵡⴰⵏⵏⴰ ⵜ ⵉⵙⴽⵔⵏ ⵉⴳⴰ ⴰⵎⴷⴷⴰⴽⵯⵍ ⵏ ⵜⵡⵓⵔⵉ',
	},
	legalPerson: (fine) => `ⵉ ⵛⵛⴰⵔⵉⴽⴰ: ${fine}.`,
}

export const penaltyWords: Readonly<Record<Language, PenaltyWords>> = {
	ar: arabic,
	fr: french,
	zgh: tamazight,
	en: english,
}
