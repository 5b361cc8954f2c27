import { evidenceKinds } from '#domains/programme/plan/choices'
import { removeEvidence, writePlanNote, type PlanNote } from '#domains/programme/plan/server'
import { getPlanDesk } from '#server/desk/programme/plan-desk'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { aDay, anId } from '../form-parts.ts'
import { anActionId, aThingId, maybe, maybeDay, someWords } from './plan-parts.ts'
import { planRefusals } from './refusals.ts'

const ticked = v.optional(v.literal('yes'))

const notes = { note_ar: maybe(1000), note_fr: maybe(1000), note_zgh: maybe(1000), note_en: maybe(1000) }

/** An amount as people write it, `1250` or `1250,50`, in the smallest unit: the currencies here have hundredths. */
const anAmount = v.pipe(
	v.string(),
	v.regex(/^\d{1,9}(?:[.,]\d{1,2})?$/u),
	v.transform((text) => {
		const [whole = '0', part = ''] = text.split(/[.,]/u)
		return Number(whole) * 100 + Number(part.padEnd(2, '0'))
	}),
)

const form = v.variant('kind', [
	v.object({
		kind: v.literal('evidence'),
		action: anActionId,
		thing: aThingId,
		sort: v.picklist(evidenceKinds),
		reference: someWords(300),
		seenOn: maybeDay,
		...notes,
		isIndependent: ticked,
		confidence: v.picklist(['sure', 'likely', 'unverified']),
	}),
	v.object({
		kind: v.literal('risk'),
		action: anActionId,
		risk: someWords(1000),
		owner: maybe(40),
		due: maybeDay,
	}),
	v.object({ kind: v.literal('closed-risk'), action: anActionId, id: anId, reason: someWords(1000) }),
	v.object({ kind: v.literal('decision'), action: anActionId, decision: someWords(1000), decidedOn: aDay }),
	v.object({
		kind: v.literal('budget'),
		action: anActionId,
		line: someWords(200),
		amount: anAmount,
		currency: v.picklist(['MAD', 'EUR', 'USD']),
		source: maybe(300),
		isPublic: ticked,
	}),
])

const toNote = (given: v.InferOutput<typeof form>): PlanNote => {
	if (given.kind === 'risk') return { kind: 'risk', risk: given.risk, owner: given.owner, due: given.due }
	if (given.kind === 'closed-risk') return { kind: 'closed-risk', id: given.id, reason: given.reason }
	if (given.kind === 'decision')
		return { kind: 'decision', decision: given.decision, decidedOn: given.decidedOn }
	if (given.kind === 'budget') {
		const { line, currency, amount: minorUnits, source = '' } = given
		return { kind: 'budget', line, currency, minorUnits, source, isPublic: given.isPublic === 'yes' }
	}
	const { note_ar: ar = '', note_fr: fr = '', note_zgh: zgh = '', note_en: en = '' } = given
	const { sort: kind, reference, seenOn, confidence } = given
	const isIndependent = given.isIndependent === 'yes'
	return {
		kind: 'evidence',
		realisation: given.thing === given.action ? undefined : given.thing,
		evidence: { kind, reference, seenOn, confidence, isIndependent, note: { ar, fr, zgh, en } },
	}
}

/** Notes evidence, a risk, a decision or a line of a budget beside an action. */
export const writeNoteAct = deskAction(
	{
		may: ['write', 'programme'],
		form,
		refusals: planRefusals,
		keeps: ['reference', 'risk', 'reason', 'decision', 'line', 'amount', 'source'],
		writes: ['programme/noted'],
	},
	async (given, { staff }) => {
		await writePlanNote(getPlanDesk(), { action: given.action, note: toNote(given) }, staff)
		return { done: true as const, beside: 0 }
	},
)

/** Takes evidence away that was wrong. */
export const removeEvidenceAct = deskAction(
	{
		may: ['write', 'programme'],
		form: v.object({ action: anActionId, id: anId }),
		refusals: planRefusals,
		writes: ['programme/noted'],
	},
	async (given, { staff }) => {
		await removeEvidence(getPlanDesk(), given, staff)
		return { done: true as const, beside: 0 }
	},
)
