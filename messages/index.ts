/** Words of the interface in every language. A missing key is a compile error. */
import type { Language } from '#base'
import { ar as siteAr } from './ar.ts'
import { check as checkAr } from './check/ar.ts'
import { check as checkEn } from './check/en.ts'
import { check as checkFr } from './check/fr.ts'
import { check as checkZgh } from './check/zgh.ts'
import { en as siteEn } from './en.ts'
import { fr as siteFr } from './fr.ts'
import { inspect as inspectAr } from './inspect/ar.ts'
import { inspect as inspectEn } from './inspect/en.ts'
import { inspect as inspectFr } from './inspect/fr.ts'
import { inspect as inspectZgh } from './inspect/zgh.ts'
import { plan as planAr } from './plan/ar.ts'
import { plan as planEn } from './plan/en.ts'
import { plan as planFr } from './plan/fr.ts'
import { plan as planZgh } from './plan/zgh.ts'
import { protect as protectAr } from './protect/ar.ts'
import { protect as protectEn } from './protect/en.ts'
import { protect as protectFr } from './protect/fr.ts'
import { protect as protectZgh } from './protect/zgh.ts'
import { skills as skillsAr } from './skills/ar.ts'
import { skills as skillsEn } from './skills/en.ts'
import { skills as skillsFr } from './skills/fr.ts'
import { skills as skillsZgh } from './skills/zgh.ts'
import { zgh as siteZgh } from './zgh.ts'

const ar = { ...siteAr, ...checkAr, ...inspectAr, ...planAr, ...skillsAr, ...protectAr }
export type MessageKey = keyof typeof ar
export type Messages = Readonly<Record<MessageKey, string>>

/** The dictionary of each language, as written: typography and script are the page's work. */
export const messages: Readonly<Record<Language, Messages>> = {
	ar,
	fr: { ...siteFr, ...checkFr, ...inspectFr, ...planFr, ...skillsFr, ...protectFr },
	zgh: { ...siteZgh, ...checkZgh, ...inspectZgh, ...planZgh, ...skillsZgh, ...protectZgh },
	en: { ...siteEn, ...checkEn, ...inspectEn, ...planEn, ...skillsEn, ...protectEn },
}
