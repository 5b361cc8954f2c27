import { askApproval } from '#domains/approvals/server'
import { dossierDraft } from '#domains/cases/reading'
import { exportDossier, makeDossier, makeDraftPages } from '#domains/leaving/server'
import { getDesk, getId } from '#server/desk/case-desk'
import { checkNames } from './named-persons.ts'
import { findCustody, getFrame, refuseIssues, toSentFiles, toDossier } from './set-dossier.ts'
import { findGranted } from '../granted.ts'
import * as v from 'valibot'
import { getOwnCase } from '../case/case-act.ts'
import { caseRefusals } from '../case/refusals.ts'
import { deskEndpoint } from '../desk-action.ts'

const body = v.strictObject({
	/** `look`: its pages as a draft; `ask`: for a second person, who sees no more; `export`: it leaves, by two persons. */
	to: v.picklist(['look', 'ask', 'export']),
	draft: dossierDraft,
})

/**
 * Sets a dossier from a draft that came from a browser, where it was opened, in memory. The server keeps the hash of its
 * manifest and nothing else; the dossier itself is handed out only once its leaving is written down.
 */
export const dossierAct = deskEndpoint(
	{
		may: ['read', 'dossier'],
		isFresh: ({ to }) => to === 'export',
		body,
		refusals: caseRefusals,
		writes: ['approval/asked', 'case/exported'],
	},
	async ({ to, draft }, { staff, event }) => {
		const [desk, id] = [getDesk(), getId(event.params['id'] ?? '')]
		await getOwnCase({ desk, id, staff }, [to === 'look' ? 'read' : 'write', 'dossier'])
		if (to !== 'look') await checkNames(id, draft, staff)
		const [dossier, frame] = [toDossier(id, draft), await getFrame(draft.token)]
		const made = makeDossier(dossier, { ...frame, custody: await findCustody(id, draft) })
		if (!made.ok) return refuseIssues(made.issues)
		const { files, manifest } = made.value
		const digest = manifest.sha256
		if (to === 'look') return toSentFiles(digest, makeDraftPages(dossier, frame))
		const asked = { act: 'export', subject: id, digest } as const
		if (to === 'ask') {
			await askApproval(desk.db, asked, staff, desk.now())
			return toSentFiles(digest, [])
		}
		const approval = await findGranted({ ...asked, askedBy: staff.id })
		await exportDossier(desk, { id, manifest: digest, token: draft.token, approval }, staff)
		return toSentFiles(digest, files)
	},
)
