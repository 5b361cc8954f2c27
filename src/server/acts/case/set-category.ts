import { languages } from '#base'
import { isCategory } from '#domains/cases'
import { setCategory } from '#domains/cases/work/server'
import { reporters } from '#domains/reports'
import * as v from 'valibot'
import { named, oneOf } from '../form-parts.ts'
import { caseAct, shownVersion } from './case-act.ts'

const form = v.object({
	version: shownVersion,
	category: named(isCategory),
	language: oneOf(languages),
	reporter: oneOf(reporters),
})

/** Says what a case is about, and in which language it is answered. */
export const setCategoryAct = caseAct(
	{ may: ['list', 'case'], form, writes: ['case/category'] },
	(given, { desk, id, staff }) => setCategory(desk, { id, ...given }, staff),
)
