/** Words of the interface in every language. A missing key is a compile error. */
import type { Language } from '#base'
import { ar, type MessageKey, type Messages } from './ar.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { zgh } from './zgh.ts'

export type { MessageKey, Messages }

/** The dictionary of each language, as written: typography and script are the page's work. */
export const messages: Readonly<Record<Language, Messages>> = { ar, fr, zgh, en }
