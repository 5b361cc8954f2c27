import { listApprovals } from '#domains/approvals/server'
import { listCertificates } from '#domains/retention/server'
import { may } from '#domains/people'
import { parseErasure } from '#domains/people/keys'
import { findOwnKey, listErasureSignatures, listGroupKeys } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { getCaseDatabase } from '#server/desk/case-desk'
import { getPeople, requireMay } from '#server/desk/session'
import { whenIngested } from '#server/process/arrival'
import { getPlan, isOver } from '#server/desk/epoch-end'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

/** Certificates with who has signed them, and whether the person who looks still may. */
const listSigned = async (personId: string) => {
	const db = getCaseDatabase()
	const signatures = await listErasureSignatures(db)
	return (await listCertificates(db)).map(({ epoch, at, certificate }) => {
		const parsed = parseErasure(certificate)
		const named = parsed.ok ? [parsed.value.askedBy, parsed.value.agreedBy] : []
		const signed = signatures.filter((signature) => signature.epoch === epoch)
		const isOpen = named.includes(personId) && !signed.some(({ person }) => person === personId)
		return { epoch, at, signatures: signed.length, toSign: isOpen ? certificate : undefined }
	})
}

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'destroy', 'epoch', 'all')
	await whenIngested()
	const db = getCaseDatabase()
	const approvals = (await listApprovals(db, new Date())).filter(({ act }) => act === 'destroy-epoch')
	const over = (await listGroupKeys(readConfig().dataDir)).filter(isOver)
	const epochs = over.map(async ({ span }) => {
		const plan = await getPlan(span.id)
		const asked = approvals.find(({ subject }) => subject === span.id)
		return {
			...span,
			plan:
				plan.state !== 'needed'
					? { state: plan.state }
					: {
							state: plan.state,
							open: plan.open.length,
							held: plan.held.length,
							waiting: plan.waiting.length,
							last: plan.last,
						},
			asked: asked && { state: asked.state, isMine: asked.askedBy === staff.id },
		}
	})
	return {
		epochs: await Promise.all(epochs),
		certificates: await listSigned(staff.id),
		key: await findOwnKey((await getPeople(event.url)).db, staff.id),
		seesCases: may(staff, 'list', 'case'),
	}
}

export const actions = deskActs['/desk/erasure']
