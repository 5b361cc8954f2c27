/** Words of the interface in every language. A missing key is a compile error. */
import type { Language } from '#base'
import { ar as siteAr } from './ar.ts'
import { en as siteEn } from './en.ts'
import { fr as siteFr } from './fr.ts'
import { skills as skillsAr } from './skills/ar.ts'
import { skills as skillsEn } from './skills/en.ts'
import { skills as skillsFr } from './skills/fr.ts'
import { skills as skillsZgh } from './skills/zgh.ts'
import { zgh as siteZgh } from './zgh.ts'

const ar = { ...siteAr, ...skillsAr }
export type MessageKey = keyof typeof ar
export type Messages = Readonly<Record<MessageKey, string>>

/** The dictionary of each language, as written: typography and script are the page's work. */
export const messages: Readonly<Record<Language, Messages>> = {
	ar,
	fr: { ...siteFr, ...skillsFr },
	zgh: { ...siteZgh, ...skillsZgh },
	en: { ...siteEn, ...skillsEn },
}
