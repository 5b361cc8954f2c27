/** Words of the interface in every language. A missing key is a compile error; a key that two spaces hold stops the build. */
import type { Language } from '#base'
import type { Translated } from './counted.ts'
import { mergeSpaces } from './merge-spaces.ts'
import { attach } from './attach/index.ts'
import { blocked } from './blocked/index.ts'
import { campaigns } from './campaigns/index.ts'
import { cases } from './cases/index.ts'
import { check } from './check/index.ts'
import { counting } from './counting/index.ts'
import { derb } from './derb/index.ts'
import { desk } from './desk/index.ts'
import { figures } from './figures/index.ts'
import { hubs } from './hubs/index.ts'
import { indicators } from './indicators/index.ts'
import { inspect } from './inspect/index.ts'
import { keys } from './keys/index.ts'
import { law } from './law/index.ts'
import { loops } from './loops/index.ts'
import { overview } from './overview/index.ts'
import { partners } from './partners/index.ts'
import { plan } from './plan/index.ts'
import { preservation } from './preservation/index.ts'
import { requestSheet } from './preservation/sheet/index.ts'
import { programme } from './programme/index.ts'
import { protect } from './protect/index.ts'
import { record } from './record/index.ts'
import { referrals } from './referrals/index.ts'
import { report } from './report/index.ts'
import { byHand } from './report/by-hand/index.ts'
import { sessions } from './sessions/index.ts'
import { site } from './site/index.ts'
import { scoreboard } from './scoreboard/index.ts'
import { skills } from './skills/index.ts'
import { staff } from './staff/index.ts'
import { trials } from './trials/index.ts'
import { widget } from './widget/index.ts'
import { study } from './law/study/index.ts'

const spaces = mergeSpaces({
	site,
	attach,
	blocked,
	byHand,
	campaigns,
	cases,
	check,
	counting,
	derb,
	desk,
	figures,
	hubs,
	indicators,
	inspect,
	keys,
	law,
	loops,
	overview,
	partners,
	plan,
	preservation,
	programme,
	record,
	referrals,
	scoreboard,
	sessions,
	skills,
	protect,
	report,
	staff,
	trials,
	widget,
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

/** Words of a printed preservation request, in the languages that it is printed in. */
export const requestSheetMessages = requestSheet
export type SheetKey = keyof typeof requestSheet.ar
