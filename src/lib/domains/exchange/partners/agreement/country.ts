import type { Language } from '#base'

const tags: Readonly<Record<Language, string>> = { ar: 'ar-MA', fr: 'fr', zgh: 'zgh', en: 'en-GB' }

/**
 * Finds the name of a country by its ISO 3166-1 code, from CLDR; `undefined` where there is none. Not in a browser: Chromium has no Tamazight.
 *
 * @param code - two capital letters
 */
export const findCountry = (code: string, language: Language): string | undefined =>
	/^[A-Z]{2}$/u.test(code)
		? (new Intl.DisplayNames(tags[language], { type: 'region', fallback: 'none' }).of(code) ??
			new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code))
		: undefined
