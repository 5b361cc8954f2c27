import type { Language } from '#base'
import type { Message } from '#messages'

/** Browsers have no plural rules for `zgh`; by CLDR it has the two forms of English. */
const rules: Readonly<Record<Language, Intl.PluralRules>> = {
	ar: new Intl.PluralRules('ar'),
	fr: new Intl.PluralRules('fr'),
	zgh: new Intl.PluralRules('en'),
	en: new Intl.PluralRules('en'),
}

/**
 * The words of a counted message for a number. A form that the language rarely has (French counts millions apart) falls to `other`.
 *
 * @throws Error when what is counted is no number: wrong words would be shown with nobody noticing
 */
export const pickForm = (message: Exclude<Message, string>, language: Language, counted: unknown): string => {
	if (typeof counted !== 'number' || !Number.isFinite(counted))
		throw new Error(`counting words: "${message.by}" is no number`)
	const forms: Readonly<Partial<Record<string, string>>> = message
	return forms[rules[language].select(counted)] ?? message.other
}
