import type { Language } from '#base'

/** Forms that the words of a language take beside a number (CLDR, https://cldr.unicode.org/index/cldr-spec/plural-rules). */
type Category = {
	ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
	fr: 'one' | 'other'
	zgh: 'one' | 'other'
	en: 'one' | 'other'
}

/** A message that changes with a number: `by` names which, and each form of the language has its own words. */
export type Counted<L extends Language> = { readonly by: string } & Readonly<Record<Category[L], string>>

/** A message as it is written in some language. */
export type Message = string | { [L in Language]: Counted<L> }[Language]

/** What another language answers to a list of Arabic messages: where Arabic counts, it counts too. */
export type Translated<Arabic, L extends Language> = {
	readonly [Key in keyof Arabic]: Arabic[Key] extends string ? string : Counted<L>
}
