/** A dossier while it is set: what its draft says, and what surrounds it. */
import { AppError, toBase64, type Issue } from '#base'
import { deskContent } from '#domains/cases/answers/server'
import type { DossierDraft } from '#domains/cases/reading'
import { type Dossier } from '#domains/leaving'
import { listCustodySteps } from '#domains/leaving/server'
import { getDesk } from '#server/desk/case-desk'
import { library } from '#domains/guide/server'
import { law } from '#domains/law/server'
import { readConfig, readOperator } from '#platform'
import { createWords } from '#ui/words'

export const toDossier = (id: string, draft: DossierDraft): Dossier => ({
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

/** Words, law and publisher that a dossier is set with. */
export const getFrame = async (token: string) => ({
	words: deskContent.paper,
	law,
	publisher: await getPublisher(),
	token,
	zone: library.calendar.zone,
})

/** Steps of its case until the draft was made, for its chain of custody. */
export const findCustody = async (id: string, { custody }: Pick<DossierDraft, 'custody'>) =>
	custody === undefined
		? undefined
		: { steps: await listCustodySteps(getDesk().db, id, custody), origin: readConfig().origin }

/** Issues of a rule as a refusal. */
export const refuseIssues = (issues: readonly Issue[]): never => {
	throw new AppError(
		issues[0]?.message ?? 'desk.form',
		409,
		'making something at the desk: a part is missing',
	)
}

/** A manifest and its files as JSON carries them. */
export const toSentFiles = (manifest: string, files: readonly { name: string; bytes: Uint8Array }[]) => ({
	manifest,
	files: files.map(({ name, bytes }) => ({ name, bytes: toBase64(bytes) })),
})
