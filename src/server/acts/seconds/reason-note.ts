/** The note in which the reason of a hold stands sealed. */
import type { CaseView } from '#domains/cases/work/server'
import { toHoldDigest } from '#domains/retention/server'
import * as v from 'valibot'
import { anId, wrongForm } from '../form-parts.ts'

export const reasonNote = v.object({ note: anId })

/** The reason that a second person agrees to: for this case, for exactly this reason. @throws AppError `desk.form` without the note */
export const readReason = ({ notes }: CaseView, id: string) => {
	const { sealed } = notes.find((one) => one.id === id) ?? wrongForm()
	return { sealed, digest: toHoldDigest(sealed) }
}
