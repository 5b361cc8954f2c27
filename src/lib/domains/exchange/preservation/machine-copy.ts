/** A preservation request as a machine reads it: the same data as its print, as canonical JSON (RFC 8785), with a schema. */
import { toCanonicalJson } from '#tools/files/canonical-json'
import { preservationInstruments } from './clock-rules.ts'
import { isOnlyDraft, preservationStates } from './moves.ts'
import { requestLanguages, type RequestForm } from './request-form.ts'
import type { RequestFacts } from './sheet.ts'

/** The copy as text. What an authority has not transmitted says so: `isRequestOfAuthority` is false. The salt of the form stays here. */
export const toMachineCopy = (
	written: RequestForm,
	{ clocks, after, transmitted, ...facts }: RequestFacts,
): string => {
	const { salt: _, ...form } = written
	return toCanonicalJson({
		...facts,
		authority: { ...facts.authority },
		after: after ?? null,
		transmitted: transmitted ?? null,
		clocks: clocks.map(({ clock, due }) => ({ clock, due })),
		kind: 'thiqa/preservation-request',
		isRequestOfAuthority: !isOnlyDraft(facts.state),
		form,
	})
}

const text = { type: 'string' } as const
const day = { type: 'string', pattern: '^2\\d{3}-\\d{2}-\\d{2}$' } as const
const closed = (properties: Readonly<Record<string, object>>) => ({
	type: 'object',
	properties,
	required: Object.keys(properties),
	additionalProperties: false,
})
const contact = closed({
	organisation: text,
	person: text,
	address: text,
	phone: text,
	email: text,
	hours: text,
})
const earlier = closed({ day: text, reference: text, asked: text, answered: text, channel: text })

/** JSON Schema (2020-12) of {@link toMachineCopy}. */
export const machineCopySchema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	title: 'Preservation request',
	...closed({
		kind: { const: 'thiqa/preservation-request' },
		isRequestOfAuthority: { type: 'boolean' },
		reference: { type: 'string', pattern: '^P-2\\d{3}-\\d{4,}$' },
		state: { enum: preservationStates },
		instrument: { enum: preservationInstruments },
		urgency: { enum: ['normal', 'urgent'] },
		provider: text,
		country: { type: 'string', pattern: '^[A-Z]{2}$' },
		after: { type: ['string', 'null'] },
		authority: closed({ ar: text, fr: text, en: text }),
		drafted: day,
		transmitted: { anyOf: [day, { type: 'null' }] },
		clocks: { type: 'array', items: closed({ clock: text, due: day }) },
		form: closed({
			v: { const: 1 },
			language: { enum: requestLanguages },
			offence: text,
			facts: text,
			data: text,
			relation: text,
			custodian: text,
			necessity: text,
			willAskAssistance: { type: 'boolean' },
			status: { enum: ['new', 'after-assistance', 'after-preservation'] },
			requested: text,
			requesting: contact,
			prefersMail: { type: 'boolean' },
			confirmation: contact,
			operational: contact,
			prosecution: text,
			court: text,
			earlierAssistance: earlier,
			earlierPreservation: earlier,
			legalBasis: text,
		}),
	}),
} as const
