/**
 * Content of a preservation request, sealed in the browser of who drafts it: what article 29(2) of the Budapest Convention asks for, and blocks 1
 * to 11 of the template of the Cybercrime Convention Committee, T-CY(2018)10 (https://rm.coe.int/template-article31-mla-subscriber/1680a273d9).
 * It never asks whether the offence is one in both countries: article 29(3) makes that no condition of keeping data.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { ok, refused, type Result } from '#base'

/** Languages that a request is written and printed in: Morocco's declarations name Arabic and French. */
export const requestLanguages = ['ar', 'fr', 'en'] as const
export type RequestLanguage = (typeof requestLanguages)[number]

const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
const needed = (most: number) =>
	v.pipe(
		text(most),
		v.check((given) => given.trim() !== ''),
	)
const line = text(300)

const contact = v.strictObject({
	organisation: line,
	person: line,
	address: line,
	phone: line,
	email: line,
	hours: line,
})
const earlier = v.strictObject({ day: line, reference: line, asked: line, answered: line, channel: line })

/** Schema of the form; a field that may be empty is printed as not given. */
export const requestForm = v.strictObject({
	v: v.literal(1),
	/** 32 random hex digits: a digest of a form cannot be found by trying forms. */
	salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u)),
	/** Language that its own words are written in. */
	language: v.picklist(requestLanguages),
	/** Article 29(2) b to e. */
	offence: needed(600),
	facts: needed(4000),
	data: needed(4000),
	relation: needed(2000),
	custodian: needed(1000),
	necessity: needed(2000),
	/** Article 29(2) f: a request for mutual assistance is meant to follow. */
	willAskAssistance: v.boolean(),
	/** Block 3. */
	status: v.picklist(['new', 'after-assistance', 'after-preservation']),
	requested: needed(300),
	requesting: contact,
	prefersMail: v.boolean(),
	confirmation: contact,
	operational: contact,
	prosecution: line,
	court: line,
	earlierAssistance: earlier,
	earlierPreservation: earlier,
	legalBasis: text(1000),
})
export type RequestForm = v.InferOutput<typeof requestForm>

const nobody: RequestForm['requesting'] = {
	organisation: '',
	person: '',
	address: '',
	phone: '',
	email: '',
	hours: '',
}
const never: RequestForm['earlierAssistance'] = {
	day: '',
	reference: '',
	asked: '',
	answered: '',
	channel: '',
}

/** A form with nothing in it yet. */
export const makeRequestForm = (language: RequestLanguage): RequestForm => ({
	v: 1,
	salt: bytesToHex(crypto.getRandomValues(new Uint8Array(16))),
	language,
	offence: '',
	facts: '',
	data: '',
	relation: '',
	custodian: '',
	necessity: '',
	willAskAssistance: true,
	status: 'new',
	requested: '',
	requesting: { ...nobody },
	prefersMail: true,
	confirmation: { ...nobody },
	operational: { ...nobody },
	prosecution: '',
	court: '',
	earlierAssistance: { ...never },
	earlierPreservation: { ...never },
	legalBasis: '',
})

/** The text to seal. */
export const formatRequestForm = (form: RequestForm): string => JSON.stringify(form)

/** Everything that somebody has written into a form, to be held against what was told. */
export const listWritten = (form: RequestForm): string[] =>
	Object.entries(form)
		.filter(([name]) => name !== 'salt')
		.flatMap(([, value]) =>
			typeof value === 'string' ? [value] : typeof value === 'object' ? Object.values(value) : [],
		)

/** Reads {@link formatRequestForm} after opening. Refuses with `preservation.damaged`. */
export const parseRequestForm = (sealed: string): Result<RequestForm, 'preservation.damaged'> => {
	try {
		const parsed = v.safeParse(requestForm, JSON.parse(sealed))
		if (parsed.success) return ok(parsed.output)
	} catch {
		// not JSON: refused below
	}
	return refused('preservation.damaged')
}

/** Digest of a form, which the server keeps: who opens a copy sees whether it is the one that everybody else has. Hex, SHA-256. */
export const toRequestDigest = (formatted: string): string => bytesToHex(sha256(utf8ToBytes(formatted)))
