import { AppError } from '#base'
import { findCertificate } from '#domains/retention/server'
import { keepErasureSignature } from '#domains/people/server/keys'
import { getCaseDatabase } from '#server/desk/case-desk'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'

/** Keeps a person's signature under the certificate of an end that they have asked for or agreed to. */
export const signErasureAct = deskAction(
	{
		may: ['destroy', 'epoch', 'all'],
		isFresh: true,
		form: v.object({ epoch: v.string(), content: v.string() }),
		refusals: ['erasure.refused', 'erasure.signed'],
	},
	async ({ epoch, content }, { staff }) => {
		const db = getCaseDatabase()
		const found = await findCertificate(db, epoch)
		if (!found)
			throw new AppError('erasure.refused', 409, 'signing a certificate: there is none of this epoch')
		await keepErasureSignature(db, { certificate: found.certificate, person: staff.id, content })
		return { signed: true as const }
	},
)
