/** Content that an analyst seals as a note of a case: words, the reason of a hold, a call to the police, a dossier that waits for a second person, a notice, a referral. */
import * as v from 'valibot'
import { ok, refused, type Result } from '#base'
import { reporters } from '#domains/reports'
import { attachmentKinds } from '#domains/reports/attachments'
import { categories } from '../category.ts'
import { statuses } from '../status.ts'

/** A notice to a host, as text or for its machine; a list for another hotline's desk, as file or as mail. */
export const leavingForms = ['dsa', 'xarf', 'scart-file', 'scart-mail'] as const

const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
const moment = v.pipe(v.string(), v.regex(/^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u))

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u))

const inside = v.exactOptional(text(300))
const place = v.union([
	v.strictObject({ url: text(2000), inside }),
	v.pipe(
		v.strictObject({ app: text(60), nickname: text(120), inside }),
		v.check(({ app, nickname }) => app.trim() !== '' || nickname.trim() !== ''),
	),
])
const attached = v.strictObject({
	kind: v.picklist(attachmentKinds),
	bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
	sha256: digest,
})

/** Schema of a dossier before it is set: everything in it was chosen by the analyst, nothing is taken over by itself. */
export const dossierDraft = v.strictObject({
	made: moment,
	token: v.pipe(v.string(), v.regex(/^[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}$/u)),
	recipient: text(200),
	category: v.picklist(categories),
	status: v.picklist(statuses),
	isDanger: v.boolean(),
	reporter: v.picklist(reporters),
	summary: v.strictObject({ ar: text(4000), fr: text(4000) }),
	places: v.pipe(v.array(place), v.maxLength(500)),
	quotes: v.pipe(v.array(text(4000)), v.maxLength(50)),
	attachments: v.optional(v.pipe(v.array(attached), v.maxLength(60)), []),
	persons: v.pipe(
		v.array(
			v.strictObject({
				role: v.picklist(['suspected', 'victim', 'witness']),
				name: text(200),
				how: text(300),
			}),
		),
		v.maxLength(20),
	),
	law: v.pipe(v.array(text(60)), v.maxLength(60)),
	steps: v.pipe(v.array(v.strictObject({ hour: moment, status: v.picklist(statuses) })), v.maxLength(500)),
	/** Number of steps of the case that its chain of custody holds: those that were there when the draft was made. Drafts of before have none. */
	custody: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))),
	/** Id of the approval of the names, once it was given. */
	naming: v.exactOptional(v.pipe(v.string(), v.uuid())),
})
export type DossierDraft = v.InferOutput<typeof dossierDraft>

const draft = v.variant('kind', [
	v.strictObject({ v: v.literal(1), kind: v.picklist(['note', 'hold', 'call']), text: text(16_000) }),
	v.strictObject({
		v: v.literal(1),
		kind: v.literal('dossier'),
		dossier: dossierDraft,
		/** The hash that a second person agrees to; missing while names wait for theirs. */
		manifest: v.exactOptional(digest),
	}),
	/** A notice or a list, word for word as its file is saved. */
	v.strictObject({
		v: v.literal(1),
		kind: v.literal('notice'),
		form: v.picklist(leavingForms),
		name: v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9.-]{0,60}$/u)),
		text: text(60_000),
	}),
	/** A referral, word for word as it goes to a partner: `id` and `ref` are those of its row. */
	v.strictObject({
		v: v.literal(1),
		kind: v.literal('referral'),
		id: v.pipe(v.string(), v.uuid()),
		ref: text(20),
		text: text(60_000),
	}),
])
export type Draft = v.InferOutput<typeof draft>

/** The text to seal. */
export const formatDraft = (value: Draft): string => JSON.stringify(value)

/** Reads {@link formatDraft} after opening. Refuses with `note.damaged`. */
export const parseDraft = (sealed: string): Result<Draft, 'note.damaged'> => {
	try {
		const parsed = v.safeParse(draft, JSON.parse(sealed))
		if (parsed.success) return ok(parsed.output)
	} catch {
		// not JSON: refused below
	}
	return refused('note.damaged')
}
