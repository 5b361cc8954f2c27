import { AppError } from '#base'
import { leavingForms } from '#domains/cases/reading'
import { needsSecond } from '#domains/leaving'
import { askApproval } from '#domains/approvals/server'
import { findCase } from '#domains/cases/work/server'
import { getRelation } from '#domains/cases/server'
import { noteLeaving } from '#domains/leaving/server'
import { isFresh, may, type Staff } from '#domains/people'
import * as v from 'valibot'
import { getDesk, getId, readJson, tellJson, wrongForm } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import { findGrantedExport } from '#server/desk/granted'
import type { RequestHandler } from './$types'

const body = v.strictObject({
	/** `ask`: for a second person, where it takes one; `leave`: it is saved as soon as that is written down. */
	to: v.picklist(['ask', 'leave']),
	form: v.picklist(leavingForms),
	digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
})

/** A case whose notices this person sends. */
const getNear = async (id: string, staff: Staff) => {
	const found = await findCase(getDesk().db, id)
	if (found && may(staff, 'send', 'notice', getRelation(found.desk, staff))) return found.desk
	throw new AppError('case.not-allowed', 403, 'sending a notice: this person may not do it to this case')
}

/**
 * Lets a notice or a list leave. It was made in the browser, where the case is open, and neither an address nor a word of it comes
 * here: only which form it has and the digest of its file.
 */
export const POST: RequestHandler = (event) => {
	const staff = requireMay(event, 'send', 'notice')
	const id = getId(event.params.id)
	return tellJson(async () => {
		const given = v.safeParse(body, await readJson(event.request, 1000))
		if (!given.success) return wrongForm()
		const { to, form, digest } = given.output
		const desk = getDesk()
		const isOfTwo = needsSecond(form, (await getNear(id, staff)).status)
		if (to === 'ask') {
			if (isOfTwo) await askApproval(desk.db, { act: 'export', subject: id, digest }, staff, desk.now())
			return { isOfTwo }
		}
		if (!isFresh(staff, new Date()))
			throw new AppError('desk.fresh', 403, 'letting a notice leave: the person signs in again first')
		const approval = isOfTwo ? await findGrantedExport(id, digest, staff.id) : ''
		await noteLeaving(desk, { id, form, digest, approval }, staff)
		return { isOfTwo }
	})
}
