/** Languages that words are written in. */
export const languages = ['ar', 'fr', 'zgh', 'en'] as const
export type Language = (typeof languages)[number]

/**
 * Languages as they stand in addresses. `zgh-latn` is `zgh` in Latin script: the same words, transliterated
 * at build, for the many who speak Tamazight and do not read Tifinagh.
 */
export const locales = ['ar', 'fr', 'zgh', 'zgh-latn', 'en'] as const
export type Locale = (typeof locales)[number]

/** True for a string that is one of {@link locales}. */
export const isLocale = (value: string): value is Locale => (locales as readonly string[]).includes(value)

/** The language whose words a locale shows. */
export const getLanguage = (locale: Locale): Language => (locale === 'zgh-latn' ? 'zgh' : locale)

/** Value of the HTML `lang` attribute and of `hreflang` (BCP 47). */
export const getLangTag = (locale: Locale): string => (locale === 'zgh-latn' ? 'zgh-Latn' : locale)

/** Value of the HTML `dir` attribute. */
export const getDirection = (locale: Locale): 'rtl' | 'ltr' => (locale === 'ar' ? 'rtl' : 'ltr')

/** Languages in which to look for a page that `language` does not have yet, nearest reader first. */
export const fallbacks: Readonly<Record<Language, readonly Language[]>> = {
	ar: ['fr', 'en'],
	fr: ['ar', 'en'],
	zgh: ['ar', 'fr', 'en'],
	en: ['fr', 'ar'],
}
