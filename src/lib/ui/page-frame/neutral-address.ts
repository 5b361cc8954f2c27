import { getLanguage, type Locale } from '#base'

/** The ordinary page that a person is taken to who leaves quickly: the front page of an encyclopedia. */
export const getNeutralAddress = (locale: Locale): string =>
	({
		ar: 'https://ar.wikipedia.org/',
		fr: 'https://fr.wikipedia.org/',
		zgh: 'https://fr.wikipedia.org/',
		en: 'https://en.wikipedia.org/',
	})[getLanguage(locale)]
