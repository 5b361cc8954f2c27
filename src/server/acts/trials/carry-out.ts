import { readClassList, readTallySheet } from '#domains/programme/trials'
import { findTrial } from '#domains/programme/trials/server'
import { drawTrial, keepTallies, listClasses } from '#domains/programme/trials/work/server'
import { getToday } from '#server/desk/case-desk'
import { getTrialDesk, listOwnRegions, toActor } from '#server/desk/programme/trial-desk'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { aTrial, pasted, trialRefusals, trialWords } from './parts.ts'

/** Fixes the classes. The answer alone says which label is which class. */
export const listClassesAct = deskAction(
	{
		may: ['register', 'trial'],
		isFresh: true,
		form: v.object({ ...aTrial, list: pasted }),
		refusals: trialRefusals,
		keeps: ['list'],
		writes: ['trial/listed'],
	},
	async ({ id, list }, { staff, event }) => {
		const { classes, faults } = readClassList(list, listOwnRegions(staff))
		if (faults.length > 0) return { faults, text: list }
		const labels = await listClasses(getTrialDesk(), { id, classes }, await toActor(event.url, staff))
		return { key: classes.map((one, index) => ({ ...one, label: labels[index] ?? '' })) }
	},
)

/** Draws, by the public value. */
export const drawTrialAct = deskAction(
	{
		may: ['register', 'trial'],
		isFresh: true,
		form: v.object({ ...aTrial, value: trialWords(200) }),
		refusals: trialRefusals,
		keeps: ['value'],
		writes: ['trial/drawn'],
	},
	async ({ id, value }, { staff, event }) => {
		const drawn = { id, value, today: getToday() }
		await drawTrial(getTrialDesk(), drawn, await toActor(event.url, staff))
		return { done: true as const }
	},
)

/** Takes in what classes have handed in: all lines or none. */
export const keepTalliesAct = deskAction(
	{
		may: ['register', 'trial'],
		form: v.object({ ...aTrial, sheet: pasted }),
		refusals: trialRefusals,
		keeps: ['sheet'],
		writes: ['trial/measured'],
	},
	async ({ id, sheet }, { staff, event }) => {
		const desk = getTrialDesk()
		const labels = new Set((await findTrial(desk.db, id))?.classes.map(({ label }) => label))
		const { tallies, faults } = readTallySheet(sheet, labels)
		if (faults.length > 0) return { faults, text: sheet }
		await keepTallies(desk, { id, tallies }, await toActor(event.url, staff))
		return { taken: tallies.length }
	},
)
