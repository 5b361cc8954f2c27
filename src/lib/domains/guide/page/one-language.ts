import { languages, type Language } from '#base'
import type { Library } from '../library.ts'
import type { InLanguages } from '../topic.ts'

const silent: InLanguages = { ar: '', fr: '', zgh: '', en: '' }

/** The library as a page in one language needs it: what is handed to a page is written out as text on each request. */
const makeOne = (library: Library, language: Language): Library => {
	const keep = (text: InLanguages): InLanguages => ({ ...silent, [language]: text[language] })
	return {
		...library,
		contacts: library.contacts.map((contact) => ({
			...contact,
			name: keep(contact.name),
			...(contact.brief && { brief: keep(contact.brief) }),
			does: keep(contact.does),
			hears: keep(contact.hears),
		})),
		situations: library.situations.map((situation) => ({
			...situation,
			title: keep(situation.title),
			hint: keep(situation.hint),
		})),
	}
}

/** The library in each language: doors and situations say nothing in the other ones. */
export const speakOne = (library: Library): Readonly<Record<Language, Library>> =>
	Object.fromEntries(languages.map((language) => [language, makeOne(library, language)])) as Record<
		Language,
		Library
	>
