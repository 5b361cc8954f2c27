import { setChecked } from '#domains/cases/answers/server'
import * as v from 'valibot'
import { yesOrNo } from '../form-parts.ts'
import { caseAct } from './case-act.ts'

/** Ticks a line of the checklist, or takes the tick away. */
export const checkAct = caseAct(
	{
		may: ['list', 'case'],
		form: v.object({ item: v.pipe(v.string(), v.maxLength(60)), isDone: yesOrNo }),
		writes: [],
	},
	(form, { desk, id, staff }) => setChecked(desk, { id, ...form }, staff),
)
