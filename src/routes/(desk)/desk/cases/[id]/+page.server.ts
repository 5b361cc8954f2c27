import { AppError, isUuid, languages } from '#base'
import { isCategory, isReason, isStatus } from '#domains/cases'
import { addNote, answerAll, deskContent, noteCall, setChecked } from '#domains/cases/answers/server'
import { askApproval, decideApproval, listApprovals } from '#domains/approvals/server'
import { askMerge, leaveCluster, mergeCases } from '#domains/cases/cluster/server'
import {
	assignCase,
	findCase,
	moveCase,
	noteRecheck,
	setCategory,
	toFindingDigest,
} from '#domains/cases/work/server'
import { getRelation, type Desk } from '#domains/cases/server'
import { placeHold, releaseHold, toHoldDigest } from '#domains/retention/server'
import { may, type Person, type Resource, type Verb } from '#domains/people'
import { findOwnKey } from '#domains/people/server/keys'
import { reporters } from '#domains/reports'
import { error, type RequestEvent } from '@sveltejs/kit'
import { whenIngested } from '#server/process/arrival'
import { getCasePage } from '#server/desk/case-page'
import {
	getColleagues,
	getDesk,
	getId,
	getTodaysExposure,
	hasCapacity,
	listEpochKeys,
	readBytes,
	readId,
	readText,
	tell,
	wrongForm,
} from '#server/desk/case-desk'
import { getPeople, requireFresh, requireMay } from '#server/desk/session'
import { findIndexKey } from '#server/desk/index-key'
import { readAnswers } from '#server/desk/read-answers'
import { getSecondWait } from '#server/desk/second'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'list', 'case')
	await whenIngested()
	const people = await getColleagues(event.url)
	const language = event.locals.deskLanguage ?? 'fr'
	const page = await getCasePage(getId(event.params.id), staff, { people, language })
	if (!page) error(404, 'page.not-found')
	const { db } = await getPeople(event.url)
	return {
		...page,
		now: new Date(),
		myId: staff.id,
		names: Object.fromEntries(Array.from(people.values(), ({ id, name }) => [id, name])),
		epochs: await listEpochKeys(),
		index: await findIndexKey(staff.id),
		key: await findOwnKey(db, staff.id),
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

/** The case, if it is near enough to this person: nobody asks a second person about a case that is not theirs. */
const getOwnCase = async <Of extends Resource>(
	desk: Desk,
	id: string,
	staff: Person,
	[verb, resource]: readonly [Verb<Of>, Of],
) => {
	const view = await getCase(desk, id)
	if (may(staff, verb, resource, getRelation(view.desk, staff))) return view
	throw new AppError('case.not-allowed', 403, 'asking about a case: this person may not do it to this case')
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

/** An agreement whose digest only its own act can work out; that act checks it. */
const findLastGranted = async (desk: Desk, asked: { act: string; id: string; by: string }) => {
	const found = (await listApprovals(desk.db, desk.now())).findLast(
		({ act: of, subject, askedBy, state }) =>
			state === 'granted' && of === asked.act && subject === asked.id && askedBy === asked.by,
	)
	return found ? { approval: found.id } : {}
}

/** Cases that are put together with the one of the page. */
const readOthers = (form: FormData): string[] => {
	const others = readText(form, 'other').split(' ')
	return others.length <= 500 && others.every(isUuid) ? others : wrongForm()
}

/** A note that the browser has sealed. */
const readNote = (form: FormData, id: string) => ({
	id,
	epoch: readText(form, 'epoch').slice(0, 40),
	sealed: readBytes(readText(form, 'sealed')),
})

/** The ready answer that was sent, with what the pages of its reporters say after it; nothing for own words. */
const readTemplate = (form: FormData) => {
	const template = readText(form, 'template')
	if (template === '') return {}
	const status = deskContent.templates.find(({ id }) => id === template)?.status
	return status ? { template, status } : wrongForm()
}

export const actions: Actions = {
	assign: async (event) =>
		act(event, requireMay(event, 'list', 'case'), ({ desk, id, form, staff }) =>
			assignCase(desk, { id, version: readVersion(form), to: readId(form, 'to') }, staff, hasCapacity),
		),
	category: async (event) =>
		act(event, requireMay(event, 'list', 'case'), ({ desk, id, form, staff }) => {
			const category = readText(form, 'category')
			if (!isCategory(category)) return wrongForm()
			const language = languages.find((one) => one === form.get('language'))
			const reporter = reporters.find((one) => one === form.get('reporter'))
			return setCategory(desk, { id, version: readVersion(form), category, language, reporter }, staff)
		}),
	move: async (event) =>
		act(event, requireMay(event, 'list', 'case'), async ({ desk, id, form, staff }) => {
			const [to, reason] = [readText(form, 'to'), form.get('reason')]
			if (!isStatus(to)) return wrongForm()
			const digest = toFindingDigest((await getCase(desk, id)).desk)
			const asked = { act: 'classify-illegal', id, digest, by: staff.id }
			const given = typeof reason === 'string' && isReason(reason) ? { reason } : {}
			const approval = to === 'assessed' ? { approval: await findGranted(desk, asked) } : {}
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
			addNote(desk, readNote(form, id), staff),
		),
	/** The police were called about a case in danger. */
	called: async (event) =>
		act(event, requireMay(event, 'list', 'case'), ({ desk, id, form, staff }) =>
			noteCall(desk, readNote(form, id), staff),
		),
	answer: async (event) =>
		act(event, requireMay(event, 'write', 'answer'), ({ desk, id, form, staff }) =>
			answerAll(
				desk,
				{
					id,
					reach: readText(form, 'reach') === 'cluster' ? 'cluster' : 'case',
					answers: readAnswers(readText(form, 'answers')),
					...readTemplate(form),
				},
				staff,
			),
		),
	/** Asks a second person to agree that the case, as its category now says, is illegal. */
	askFinding: async (event) =>
		act(event, requireMay(event, 'classify', 'case'), async ({ desk, id, staff }) =>
			askApproval(
				desk.db,
				{
					act: 'classify-illegal',
					subject: id,
					digest: toFindingDigest((await getOwnCase(desk, id, staff, ['classify', 'case'])).desk),
				},
				staff,
				desk.now(),
			),
		),
	/** Asks for a hold with the reason that stands sealed in a note. */
	askHold: async (event) =>
		act(event, requireMay(event, 'place', 'hold'), async ({ desk, id, form, staff }) => {
			const note = (await getOwnCase(desk, id, staff, ['place', 'hold'])).notes.find(
				(one) => one.id === readId(form, 'note'),
			)
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
		act(event, requireMay(event, 'merge', 'case'), async ({ desk, id, form, staff }) => {
			const given = await findLastGranted(desk, { act: 'merge-across-units', id, by: staff.id })
			return mergeCases(desk, { ids: [id, ...readOthers(form)], ...given }, staff)
		}),
	askMerge: async (event) =>
		act(event, requireMay(event, 'merge', 'case'), ({ desk, id, form, staff }) =>
			askMerge(desk, { subject: id, ids: [id, ...readOthers(form)] }, staff),
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
			return decideApproval(desk.db, { id: asked, grants, wait: await getSecondWait() }, staff, desk.now())
		})
	},
}
