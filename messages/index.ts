/** Words of the interface in every language. A missing key is a compile error. */
import type { Language } from '#base'
import type { Translated } from './counted.ts'
import { ar as siteAr } from './ar.ts'
import { attach as attachAr } from './attach/ar.ts'
import { attach as attachEn } from './attach/en.ts'
import { attach as attachFr } from './attach/fr.ts'
import { attach as attachZgh } from './attach/zgh.ts'
import { cases as casesAr } from './cases/ar.ts'
import { cases as casesEn } from './cases/en.ts'
import { cases as casesFr } from './cases/fr.ts'
import { cases as casesZgh } from './cases/zgh.ts'
import { caseTerms as caseTermsAr } from './cases/terms/ar.ts'
import { caseRota as caseRotaAr } from './cases/rota/ar.ts'
import { caseTerms as caseTermsEn } from './cases/terms/en.ts'
import { caseRota as caseRotaEn } from './cases/rota/en.ts'
import { caseTerms as caseTermsFr } from './cases/terms/fr.ts'
import { caseRota as caseRotaFr } from './cases/rota/fr.ts'
import { caseTerms as caseTermsZgh } from './cases/terms/zgh.ts'
import { caseRota as caseRotaZgh } from './cases/rota/zgh.ts'
import { check as checkAr } from './check/ar.ts'
import { check as checkEn } from './check/en.ts'
import { check as checkFr } from './check/fr.ts'
import { check as checkZgh } from './check/zgh.ts'
import { desk as deskAr } from './desk/ar.ts'
import { deskRooms as deskRoomsAr } from './desk/rooms/ar.ts'
import { desk as deskEn } from './desk/en.ts'
import { deskRooms as deskRoomsEn } from './desk/rooms/en.ts'
import { desk as deskFr } from './desk/fr.ts'
import { deskRooms as deskRoomsFr } from './desk/rooms/fr.ts'
import { desk as deskZgh } from './desk/zgh.ts'
import { deskRooms as deskRoomsZgh } from './desk/rooms/zgh.ts'
import { en as siteEn } from './en.ts'
import { fr as siteFr } from './fr.ts'
import { figures as figuresAr } from './figures/ar.ts'
import { inspect as inspectAr } from './inspect/ar.ts'
import { figures as figuresEn } from './figures/en.ts'
import { inspect as inspectEn } from './inspect/en.ts'
import { figures as figuresFr } from './figures/fr.ts'
import { inspect as inspectFr } from './inspect/fr.ts'
import { figures as figuresZgh } from './figures/zgh.ts'
import { inspect as inspectZgh } from './inspect/zgh.ts'
import { keys as keysAr } from './keys/ar.ts'
import { keys as keysEn } from './keys/en.ts'
import { keys as keysFr } from './keys/fr.ts'
import { keys as keysZgh } from './keys/zgh.ts'
import { gaps as gapsAr } from './law/gaps/ar.ts'
import { gaps as gapsEn } from './law/gaps/en.ts'
import { gaps as gapsFr } from './law/gaps/fr.ts'
import { gaps as gapsZgh } from './law/gaps/zgh.ts'
import { law as lawAr } from './law/ar.ts'
import { data as dataAr } from './law/data/ar.ts'
import { data as dataEn } from './law/data/en.ts'
import { data as dataFr } from './law/data/fr.ts'
import { data as dataZgh } from './law/data/zgh.ts'
import { law as lawEn } from './law/en.ts'
import { law as lawFr } from './law/fr.ts'
import { paper as paperAr } from './law/paper/ar.ts'
import { paper as paperEn } from './law/paper/en.ts'
import { paper as paperFr } from './law/paper/fr.ts'
import { paper as paperZgh } from './law/paper/zgh.ts'
import { instruments as instrumentsAr } from './law/instruments/ar.ts'
import { instruments as instrumentsEn } from './law/instruments/en.ts'
import { instruments as instrumentsFr } from './law/instruments/fr.ts'
import { instruments as instrumentsZgh } from './law/instruments/zgh.ts'
import { records as recordsAr } from './law/records/ar.ts'
import { records as recordsEn } from './law/records/en.ts'
import { records as recordsFr } from './law/records/fr.ts'
import { records as recordsZgh } from './law/records/zgh.ts'
import { search as lawSearchAr } from './law/search/ar.ts'
import { search as lawSearchEn } from './law/search/en.ts'
import { search as lawSearchFr } from './law/search/fr.ts'
import { search as lawSearchZgh } from './law/search/zgh.ts'
import { study as studyAr } from './law/study/ar.ts'
import { study as studyEn } from './law/study/en.ts'
import { study as studyFr } from './law/study/fr.ts'
import { law as lawZgh } from './law/zgh.ts'
import { plan as planAr } from './plan/ar.ts'
import { plan as planEn } from './plan/en.ts'
import { plan as planFr } from './plan/fr.ts'
import { plan as planZgh } from './plan/zgh.ts'
import { protect as protectAr } from './protect/ar.ts'
import { report as reportAr } from './report/ar.ts'
import { protect as protectEn } from './protect/en.ts'
import { report as reportEn } from './report/en.ts'
import { protect as protectFr } from './protect/fr.ts'
import { report as reportFr } from './report/fr.ts'
import { protect as protectZgh } from './protect/zgh.ts'
import { report as reportZgh } from './report/zgh.ts'
import { record as recordAr } from './record/ar.ts'
import { record as recordEn } from './record/en.ts'
import { record as recordFr } from './record/fr.ts'
import { record as recordZgh } from './record/zgh.ts'
import { skills as skillsAr } from './skills/ar.ts'
import { skills as skillsEn } from './skills/en.ts'
import { skills as skillsFr } from './skills/fr.ts'
import { skills as skillsZgh } from './skills/zgh.ts'
import { zgh as siteZgh } from './zgh.ts'

const ar = {
	...siteAr,
	...attachAr,
	...casesAr,
	...caseTermsAr,
	...caseRotaAr,
	...checkAr,
	...deskAr,
	...deskRoomsAr,
	...figuresAr,
	...inspectAr,
	...keysAr,
	...gapsAr,
	...lawAr,
	...dataAr,
	...instrumentsAr,
	...recordsAr,
	...lawSearchAr,
	...paperAr,
	...planAr,
	...recordAr,
	...skillsAr,
	...protectAr,
	...reportAr,
}
export type MessageKey = keyof typeof ar

/** Keys of messages that do not change with a number. */
export type TextKey = { [Key in MessageKey]: (typeof ar)[Key] extends string ? Key : never }[MessageKey]

/** The dictionary of each language, as written: typography and script are the page's work. */
export const messages: { readonly [L in Language]: Translated<typeof ar, L> } = {
	ar,
	fr: {
		...siteFr,
		...attachFr,
		...casesFr,
		...caseTermsFr,
		...caseRotaFr,
		...checkFr,
		...deskFr,
		...deskRoomsFr,
		...figuresFr,
		...inspectFr,
		...keysFr,
		...gapsFr,
		...lawFr,
		...dataFr,
		...instrumentsFr,
		...recordsFr,
		...lawSearchFr,
		...paperFr,
		...planFr,
		...recordFr,
		...skillsFr,
		...protectFr,
		...reportFr,
	},
	zgh: {
		...siteZgh,
		...attachZgh,
		...casesZgh,
		...caseTermsZgh,
		...caseRotaZgh,
		...checkZgh,
		...deskZgh,
		...deskRoomsZgh,
		...figuresZgh,
		...inspectZgh,
		...keysZgh,
		...gapsZgh,
		...lawZgh,
		...dataZgh,
		...instrumentsZgh,
		...recordsZgh,
		...lawSearchZgh,
		...paperZgh,
		...planZgh,
		...recordZgh,
		...skillsZgh,
		...protectZgh,
		...reportZgh,
	},
	en: {
		...siteEn,
		...attachEn,
		...casesEn,
		...caseTermsEn,
		...caseRotaEn,
		...checkEn,
		...deskEn,
		...deskRoomsEn,
		...figuresEn,
		...inspectEn,
		...keysEn,
		...gapsEn,
		...lawEn,
		...dataEn,
		...instrumentsEn,
		...recordsEn,
		...lawSearchEn,
		...paperEn,
		...planEn,
		...recordEn,
		...skillsEn,
		...protectEn,
		...reportEn,
	},
}

export type { Message } from './counted.ts'

/** Words of the printed study of the law, in the languages that it is printed in. */
export const studyMessages = { ar: studyAr, fr: studyFr, en: studyEn } as const
export type StudyMessageKey = keyof typeof studyAr
