import { languages } from '#base'
import { library } from '#domains/guide/server'
import { registerTrial } from '#domains/programme/trials/work/server'
import { getTrialDesk, toActor } from '#server/desk/programme/trial-desk'
import { redirect } from '@sveltejs/kit'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { aDay } from '../form-parts.ts'
import { trialRefusals, trialWords } from './parts.ts'

/** A number between two others, with a point or a comma. */
const between = (least: number, most: number) =>
	v.pipe(
		v.string(),
		v.regex(/^\d{1,4}(?:[.,]\d{1,4})?$/u),
		v.transform((text) => Number(text.replace(',', '.'))),
		v.minValue(least),
		v.maxValue(most),
	)

const form = v.object({
	topic: v.picklist(library.topics.map(({ id }) => id)),
	audience: v.picklist(['children', 'teens']),
	question: trialWords(300),
	questionLanguage: v.picklist(languages),
	primary: v.picklist(['knowledge', 'help']),
	primaryAt: v.picklist(['after', 'w8']),
	classesAnArm: v.pipe(between(2, 500), v.integer()),
	pupils: v.pipe(between(8, 100), v.integer()),
	icc: between(0, 0.9),
	sizeVariation: between(0, 2),
	effect: between(0.05, 2),
	valueSource: trialWords(200),
	drawOn: aDay,
	publishOn: aDay,
	ethics: v.pipe(v.string(), v.trim(), v.maxLength(120)),
})

/** Registers a study. Everybody sees its plan from when a second person agrees. */
export const registerTrialAct = deskAction(
	{
		may: ['register', 'trial'],
		form,
		refusals: trialRefusals,
		keeps: Object.keys(form.entries),
		writes: ['trial/registered'],
	},
	async (given, { staff, event }) => {
		const protocol = { ...given, region: staff.region }
		const id = await registerTrial(getTrialDesk(), protocol, await toActor(event.url, staff))
		return redirect(303, `/desk/trials/${id}`)
	},
)
