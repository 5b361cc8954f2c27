import { AppError } from '#base'
import { dossierDraft } from '#domains/cases/reading'
import { askApproval, listApprovals } from '#domains/approvals/server'
import { deskContent } from '#domains/cases/answers/server'
import { exportDossier, makeDossier, makeDraftPages } from '#domains/leaving/server'
import { findCase } from '#domains/cases/work/server'
import { getRelation } from '#domains/cases/server'
import { toNamesDigest, type Dossier, type DossierFile } from '#domains/leaving'
import { library } from '#domains/guide/server'
import { law } from '#domains/law/server'
import { isFresh, may, type Staff } from '#domains/people'
import { readConfig, readOperator } from '#platform'
import { createWords } from '#ui/words'
import * as v from 'valibot'
import { getDesk, getId, readJson, refuseIssues, tellJson, wrongForm } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import { findGrantedExport } from '#server/desk/granted'
import type { RequestHandler } from './$types'

const body = v.strictObject({
	/** `look`: its pages as a draft; `ask`: for a second person, who sees no more; `export`: it leaves, by two persons. */
	to: v.picklist(['look', 'ask', 'export']),
	draft: dossierDraft,
})
type Draft = v.InferOutput<typeof dossierDraft>

const toDossier = (id: string, draft: Draft): Dossier => ({
	case: id,
	made: new Date(draft.made),
	recipient: draft.recipient,
	category: draft.category,
	status: draft.status,
	isDanger: draft.isDanger,
	reporter: draft.reporter,
	summary: draft.summary,
	places: draft.places,
	quotes: draft.quotes,
	persons: draft.persons,
	attachments: draft.attachments,
	law: draft.law,
	steps: draft.steps.map(({ hour, status }) => ({ hour: new Date(hour), status })),
	...(draft.naming === undefined ? {} : { naming: draft.naming }),
})

const getPublisher = async (): Promise<string> => {
	const operator = await readOperator(readConfig().dataDir)
	if (operator.state === 'live') return `${operator.record.name.ar} · ${operator.record.name.fr}`
	return `${createWords('ar').t('report.demo')} · ${createWords('fr').t('report.demo')}`
}

/** Names stand in a dossier only when a second person has agreed to exactly these; until then that is asked for. */
const checkNames = async (id: string, { token, persons, naming }: Draft, staff: Staff): Promise<void> => {
	if (persons.length === 0) return
	const { db, now } = getDesk()
	const digest = toNamesDigest(token, persons)
	const known = (await listApprovals(db, now())).find((one) => one.id === naming)
	const isGiven = known?.act === 'name-person' && known.subject === id && known.digest === digest
	if (isGiven && known.state === 'granted') return
	if (naming === undefined) await askApproval(db, { act: 'name-person', subject: id, digest }, staff, now())
	throw new AppError('dossier.naming', 409, 'making a dossier: persons are named and nobody else has agreed')
}

/** A dossier is set, asked for and handed out by those whose case it is. */
const checkNear = async (id: string, staff: Staff, verb: 'read' | 'write'): Promise<void> => {
	const found = await findCase(getDesk().db, id)
	if (found && may(staff, verb, 'dossier', getRelation(found.desk, staff))) return
	throw new AppError('case.not-allowed', 403, 'making a dossier: this person may not do it to this case')
}

const toAnswer = (manifest: string, files: readonly DossierFile[]) => ({
	manifest,
	files: files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes).toString('base64') })),
})

/**
 * Sets a dossier from a draft that came from a browser, where it was opened, in memory. The server keeps the hash of its
 * manifest and nothing else; the dossier itself is handed out only once its leaving is written down.
 */
export const POST: RequestHandler = (event) => {
	const staff = requireMay(event, 'read', 'dossier')
	const id = getId(event.params.id)
	return tellJson(async () => {
		const given = v.safeParse(body, await readJson(event.request))
		if (!given.success) return wrongForm()
		const { to, draft } = given.output
		await checkNear(id, staff, to === 'look' ? 'read' : 'write')
		if (to === 'export' && !isFresh(staff, new Date()))
			throw new AppError('desk.fresh', 403, 'exporting a dossier: the person signs in again first')
		if (to !== 'look') await checkNames(id, draft, staff)
		const [dossier, { zone }] = [toDossier(id, draft), library.calendar]
		const frame = { words: deskContent.paper, law, publisher: await getPublisher(), token: draft.token, zone }
		const made = makeDossier(dossier, frame)
		if (!made.ok) return refuseIssues(made.issues)
		const { files, manifest } = made.value
		const [desk, digest] = [getDesk(), manifest.sha256]
		if (to === 'look') return toAnswer(digest, makeDraftPages(dossier, frame))
		if (to === 'ask') {
			await askApproval(desk.db, { act: 'export', subject: id, digest }, staff, desk.now())
			return toAnswer(digest, [])
		}
		const approval = await findGrantedExport(id, digest, staff.id)
		await exportDossier(desk, { id, manifest: digest, token: draft.token, approval }, staff)
		return toAnswer(digest, files)
	})
}
