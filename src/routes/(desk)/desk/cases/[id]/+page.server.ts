import { AppError } from '#base'
import { isCategory, isReason, isStatus } from '#domains/cases'
import {
	addNote,
	answerAll,
	askApproval,
	assignCase,
	decideApproval,
	findCase,
	leaveCluster,
	listApprovals,
	mergeCases,
	moveCase,
	noteRecheck,
	placeHold,
	releaseHold,
	setCategory,
	setChecked,
	toHoldDigest,
	type Desk,
} from '#domains/cases/server'
import { may, type Person } from '#domains/people'
import { findStaffKey, listGroupKeys } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { error, type RequestEvent } from '@sveltejs/kit'
import { takeIn } from '../../../../../desk/arrivals.ts'
import { getCasePage, toFindingDigest } from '../../../../../desk/case-page.ts'
import {
	getColleagues,
	getDesk,
	getId,
	getTodaysExposure,
	hasRoom,
	listEpochKeys,
	readBytes,
	readId,
	readText,
	tell,
	wrongForm,
} from '../../../../../desk/cases.ts'
import { getPeople, requireFresh, requireMay } from '../../../../../desk/desk.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'list', 'case')
	await takeIn()
	const people = await getColleagues(event.url)
	const language = event.locals.deskLanguage ?? 'fr'
	const page = await getCasePage(getId(event.params.id), staff, { people, language })
	if (!page) error(404, 'page.not-found')
	const keys = await listGroupKeys(readConfig().dataDir)
	const index = keys.find(
		({ key, state, holders }) => key.kind === 'index' && state === 'current' && holders.includes(staff.id),
	)
	const { db } = await getPeople(event.url)
	return {
		...page,
		now: new Date(),
		myId: staff.id,
		names: Object.fromEntries(Array.from(people.values(), ({ id, name }) => [id, name])),
		epochs: await listEpochKeys(),
		index: index?.key.kind === 'index' ? index.key : undefined,
		key: await findStaffKey(db, staff.id),
		exposure: await getTodaysExposure(staff.id),
	}
}

type Act = (given: { desk: Desk; id: string; form: FormData; staff: Person }) => Promise<unknown>

/** Does an act on the case of the address; who may do it is asked of the case's own row, in the transaction that does it. */
const act = async (event: RequestEvent, staff: Person, work: Act) => {
	const [desk, id, form] = [getDesk(), getId(event.params['id'] ?? ''), await event.request.formData()]
	return tell(async () => {
		await work({ desk, id, form, staff })
		return { done: true as const }
	})
}

const readVersion = (form: FormData): number => {
	const version = Number(readText(form, 'version'))
	return Number.isSafeInteger(version) ? version : wrongForm()
}

const getCase = async ({ db }: Desk, id: string) => {
	const view = await findCase(db, id)
	if (!view) throw new AppError('desk.form', 404, 'asking about a case: there is none of this id')
	return view
}

const findGranted = async (desk: Desk, asked: { act: string; id: string; digest: string; by: string }) =>
	(await listApprovals(desk.db, desk.now())).find(
		(one) =>
			one.state === 'granted' &&
			one.act === asked.act &&
			one.subject === asked.id &&
			one.digest === asked.digest &&
			one.askedBy === asked.by,
	)?.id ?? ''

const readAnswers = (text: string) => {
	const list: unknown = text.length < 4_000_000 ? JSON.parse(text) : undefined
	if (!Array.isArray(list)) return wrongForm()
	return list.map((one: unknown) => {
		const { report, sealed } = { ...(one as object) } as { report?: unknown; sealed?: unknown }
		if (typeof report !== 'string' || typeof sealed !== 'string') return wrongForm()
		return { report, sealed: readBytes(sealed) }
	})
}

export const actions: Actions = {
	assign: async (event) =>
		act(event, requireMay(event, 'list', 'case'), ({ desk, id, form, staff }) =>
			assignCase(desk, { id, version: readVersion(form), to: readId(form, 'to') }, staff, hasRoom),
		),
	category: async (event) =>
		act(event, requireMay(event, 'list', 'case'), ({ desk, id, form, staff }) => {
			const category = readText(form, 'category')
			if (!isCategory(category)) return wrongForm()
			return setCategory(desk, { id, version: readVersion(form), category }, staff)
		}),
	move: async (event) =>
		act(event, requireMay(event, 'list', 'case'), async ({ desk, id, form, staff }) => {
			const [to, reason] = [readText(form, 'to'), form.get('reason')]
			if (!isStatus(to)) return wrongForm()
			const digest = toFindingDigest((await getCase(desk, id)).desk)
			const asked = { act: 'classify-illegal', id, digest, by: staff.id }
			const given = typeof reason === 'string' && isReason(reason) ? { reason } : {}
			const approval = to === 'assessed' ? { digest, approval: await findGranted(desk, asked) } : {}
			return moveCase(desk, { id, version: readVersion(form), to, ...given, ...approval }, staff)
		}),
	recheck: async (event) =>
		act(event, requireMay(event, 'list', 'case'), ({ desk, id, form, staff }) =>
			noteRecheck(desk, { id, version: readVersion(form) }, staff),
		),
	check: async (event) =>
		act(event, requireMay(event, 'list', 'case'), ({ desk, id, form, staff }) =>
			setChecked(
				desk,
				{ id, item: readText(form, 'item').slice(0, 60), isDone: readText(form, 'isDone') === 'yes' },
				staff,
			),
		),
	note: async (event) =>
		act(event, requireMay(event, 'list', 'case'), ({ desk, id, form, staff }) =>
			addNote(
				desk,
				{ id, epoch: readText(form, 'epoch').slice(0, 40), sealed: readBytes(readText(form, 'sealed')) },
				staff,
			),
		),
	answer: async (event) =>
		act(event, requireMay(event, 'write', 'answer'), ({ desk, id, form, staff }) => {
			const template = readText(form, 'template').slice(0, 60)
			return answerAll(
				desk,
				{
					id,
					reach: readText(form, 'reach') === 'cluster' ? 'cluster' : 'case',
					answers: readAnswers(readText(form, 'answers')),
					...(template === '' ? {} : { template }),
				},
				staff,
			)
		}),
	/** Asks a second person to agree that the case, as its category now says, is illegal. */
	askFinding: async (event) =>
		act(event, requireMay(event, 'classify', 'case'), async ({ desk, id, staff }) =>
			askApproval(
				desk.db,
				{ act: 'classify-illegal', subject: id, digest: toFindingDigest((await getCase(desk, id)).desk) },
				staff,
				desk.now(),
			),
		),
	/** Asks for a hold with the reason that stands sealed in a note. */
	askHold: async (event) =>
		act(event, requireMay(event, 'place', 'hold'), async ({ desk, id, form, staff }) => {
			const note = (await getCase(desk, id)).notes.find((one) => one.id === readId(form, 'note'))
			if (!note) return wrongForm()
			const asked = { act: 'override-retention', subject: id, digest: toHoldDigest(note.sealed) } as const
			return askApproval(desk.db, asked, staff, desk.now())
		}),
	hold: async (event) =>
		act(event, requireMay(event, 'place', 'hold'), async ({ desk, id, form, staff }) => {
			const note = (await getCase(desk, id)).notes.find((one) => one.id === readId(form, 'note'))
			if (!note) return wrongForm()
			const asked = { act: 'override-retention', id, digest: toHoldDigest(note.sealed), by: staff.id }
			const approval = await findGranted(desk, asked)
			return placeHold(desk, { id, reasonSealed: note.sealed, approval }, staff)
		}),
	release: async (event) =>
		act(event, requireMay(event, 'place', 'hold'), ({ desk, id, staff }) => releaseHold(desk, id, staff)),
	merge: async (event) =>
		act(event, requireMay(event, 'merge', 'case'), ({ desk, id, form, staff }) =>
			mergeCases(desk, [id, readId(form, 'other')], staff),
		),
	leave: async (event) =>
		act(event, requireMay(event, 'merge', 'case'), ({ desk, id, staff }) => leaveCluster(desk, id, staff)),
	decide: async (event) => {
		requireFresh(event)
		return act(event, requireMay(event, 'list', 'case'), async ({ desk, id, form, staff }) => {
			const [asked, grants] = [readId(form, 'approval'), readText(form, 'grants') === 'yes']
			const known = await listApprovals(desk.db, desk.now())
			if (!known.some((one) => one.id === asked && one.subject === id) || !may(staff, 'open', 'case', 'unit'))
				return wrongForm()
			return decideApproval(desk.db, { id: asked, grants }, staff, desk.now())
		})
	},
}
