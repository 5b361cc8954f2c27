/** Words of the interface in every language. A missing key is a compile error; a key that two spaces hold stops the build. */
import type { Language } from '#base'
import type { Translated } from './counted.ts'
import { mergeSpaces } from './merge-spaces.ts'
import { attach } from './attach/index.ts'
import { cases } from './cases/index.ts'
import { check } from './check/index.ts'
import { desk } from './desk/index.ts'
import { figures } from './figures/index.ts'
import { inspect } from './inspect/index.ts'
import { keys } from './keys/index.ts'
import { law } from './law/index.ts'
import { plan } from './plan/index.ts'
import { protect } from './protect/index.ts'
import { record } from './record/index.ts'
import { report } from './report/index.ts'
import { site } from './site/index.ts'
import { skills } from './skills/index.ts'
import { study } from './law/study/index.ts'

const spaces = mergeSpaces({
	site,
	attach,
	cases,
	check,
	desk,
	figures,
	inspect,
	keys,
	law,
	plan,
	record,
	skills,
	protect,
	report,
})

type Arabic = (typeof spaces)['ar']
export type MessageKey = keyof Arabic

/** Keys of messages that do not change with a number. */
export type TextKey = { [Key in MessageKey]: Arabic[Key] extends string ? Key : never }[MessageKey]

/** The dictionary of each language, as written: typography and script are the page's work. */
export const messages: { readonly [L in Language]: Translated<Arabic, L> } = spaces

export type { Message } from './counted.ts'

/** Words of the printed study of the law, in the languages that it is printed in. */
export const studyMessages = study
export type StudyMessageKey = keyof typeof study.ar
