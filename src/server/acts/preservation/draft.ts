import { preservationInstruments } from '#domains/exchange/preservation'
import { draftRequest, redraftRequest } from '#domains/exchange/preservation/server'
import { getPreservationDesk } from '#server/desk/preservation-desk'
import * as v from 'valibot'
import { deskEndpoint } from '../desk-action.ts'
import { anId, someBytes } from '../form-parts.ts'
import { preservationRefusals } from './refusals.ts'

/** Copies that a browser has sealed, one a person. */
export const someCopies = v.pipe(
	v.array(v.strictObject({ person: anId, sealed: someBytes })),
	v.maxLength(40),
)

const body = v.strictObject({
	/** The draft that another takes the place of, as it was read. */
	replaces: v.optional(v.strictObject({ id: anId, version: v.number() })),
	case: v.optional(anId),
	after: v.optional(anId),
	partner: anId,
	/** Name of a company: nothing of an account fits here. */
	provider: v.pipe(v.string(), v.trim(), v.regex(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .,&'’()-]{1,79}$/u)),
	country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u)),
	instrument: v.picklist(preservationInstruments),
	urgency: v.picklist(['normal', 'urgent']),
	digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
	copies: someCopies,
})

/** Keeps a draft, or another in its place. What it says comes sealed, a copy for each reader, and is not read here. */
export const draftRequestAct = deskEndpoint(
	{
		may: ['write', 'preservation'],
		body,
		refusals: preservationRefusals,
		writes: ['preservation/drafted'],
	},
	async ({ replaces, case: of, after, ...given }, { staff }) => {
		const desk = getPreservationDesk()
		const request = { ...given, case: of, after }
		const id = await (replaces
			? redraftRequest(desk, { ...replaces, given: request }, staff)
			: draftRequest(desk, request, staff))
		return { id }
	},
)
