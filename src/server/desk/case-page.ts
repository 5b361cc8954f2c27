/** Builds the page of one case from its rooms. */
import { languages, type Language } from '#base'
import { fillTemplate, getChecklist, getTemplates } from '#domains/cases/answers'
import {
	findMove,
	getCaseLaw,
	getMoves,
	isUndecided,
	toReference,
	type Category,
	type Status,
} from '#domains/cases'
import { deskContent } from '#domains/cases/answers/server'
import { findAlike } from '#domains/cases/cluster/server'
import { findCase, toFindingDigest, type CaseView } from '#domains/cases/work/server'
import { getRelation, type DeskCase } from '#domains/cases/server'
import { listApprovals } from '#domains/approvals/server'
import { library } from '#domains/guide/server'
import { law } from '#domains/law/server'
import { getSecondFrom, isSecondPerson, may, type Person, type Relation } from '#domains/people'
import type { PersonRecord } from '#domains/people/server'
import { readConfig, readOperator } from '#platform'
import { getCaseDatabase, hasCapacity } from './case-desk.ts'
import { getSecondWait } from './second.ts'

/** Stands in a ready answer where the analyst's own question goes; an answer that still has it is not sent. */
export const questionMark = '[…]'

const getAnswers = (category: Category, language: Language) =>
	getTemplates(deskContent.templates, category).map((template) => ({
		id: template.id,
		title: template.words[language].title,
		texts: Object.fromEntries(
			languages.map((one) => {
				const filled = fillTemplate(template, one, library, { question: questionMark })
				return [one, filled.ok ? filled.value : '']
			}),
		) as Record<Language, string>,
	}))

const getLaw = (category: Category, language: Language) => {
	const { provisions, doors } = getCaseLaw(law, library, category, language)
	return {
		provisions: provisions.map(({ provision, instrument }) => ({
			id: provision.id,
			article: provision.article,
			title: provision.title[language] ?? provision.title.fr ?? '',
			instrument: instrument.name[language] ?? instrument.name.fr ?? '',
		})),
		doors: doors.map(({ id, name, channels }) => ({
			id,
			name: name[language],
			channels: channels.flatMap(({ type, value }) => (type === 'in-person' ? [] : [value])),
		})),
	}
}

/** Rights of a person on a case that stands so near to them. */
const getRights = (staff: Person, relation: Relation, desk: DeskCase, isOffered: boolean) => ({
	open:
		may(staff, 'open', 'case', relation) ||
		(desk.assignee === undefined && may(staff, 'open', 'report', relation)),
	category: may(staff, 'triage', 'case', relation) || may(staff, 'classify', 'case', relation),
	/** False where two persons have found the case: only the language of answers can still be set. */
	otherCategory: isUndecided(desk.status),
	take: desk.assignee === undefined && (may(staff, 'triage', 'case', relation) || isOffered),
	assign: may(staff, 'assign', 'case', relation),
	answer: may(staff, 'write', 'answer', relation),
	note: may(staff, 'write', 'note', relation),
	readNotes: may(staff, 'read', 'note', relation),
	dossier: may(staff, 'write', 'dossier', relation),
	notice: may(staff, 'write', 'notice', relation),
	refer: may(staff, 'write', 'referral', relation),
	hold: may(staff, 'place', 'hold', relation),
	merge: may(staff, 'merge', 'case', relation),
	recheck: may(staff, 'classify', 'case', relation),
})

const getMovesOf = (staff: Person, relation: Relation, from: Status) =>
	getMoves(from).flatMap((to) => {
		const needs = findMove(from, to)
		if (!needs || !may(staff, needs.permission[0], needs.permission[1], relation)) return []
		return [{ to, reason: needs.reason, act: needs.act }]
	})

const getApprovals = async (staff: Person, { desk }: CaseView, people: ReadonlyMap<string, PersonRecord>) => {
	const all = await listApprovals(getCaseDatabase(), new Date())
	const enrolledAt = people.get(staff.id)?.enrolledAt
	const isYet = !getSecondFrom(enrolledAt, await getSecondWait(), new Date())
	return all
		.filter(({ subject }) => subject === desk.id)
		.map(({ id, act, digest, state, askedBy, decidedBy }) => ({
			id,
			act,
			digest,
			state,
			asker: people.get(askedBy)?.name ?? '–',
			decider: decidedBy === undefined ? undefined : (people.get(decidedBy)?.name ?? '–'),
			isMine: askedBy === staff.id,
			mayDecide: isYet && isSecondPerson(act, { id: askedBy }, staff, 'unit'),
			isCurrent: act !== 'classify-illegal' || digest === toFindingDigest(desk),
		}))
}

/** Lists people who could take a case now. Of how much anybody has read today nothing else is shown to colleagues. */
const getTakers = async (people: ReadonlyMap<string, PersonRecord>) => {
	const readers = [...people.values()].filter(
		(person) => !person.disabled && may(person, 'open', 'case', 'assigned'),
	)
	const takers = []
	for (const { id, name } of readers)
		takers.push({ id, name, isResting: !(await hasCapacity(getCaseDatabase(), id)) })
	return takers
}

/** The sender of notices. Before somebody answers for the installation, addresses of an example stand there. */
const getSender = async () => {
	const operator = await readOperator(readConfig().dataDir)
	if (operator.state === 'live') {
		const { name, contact } = operator.record
		return { name: name.fr, email: contact.email, domain: contact.email.split('@')[1] ?? '' }
	}
	return { name: 'Thiqa', email: 'desk@thiqa.example', domain: 'thiqa.example' }
}

/** Steps of a case with the names of whoever took them. */
const toSteps = (steps: CaseView['steps'], people: ReadonlyMap<string, PersonRecord>) =>
	steps.map(({ kind, status, by, at }) => ({
		kind,
		status,
		at,
		by: by === undefined ? undefined : people.get(by)?.name,
	}))

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** Everything of a case that the server knows and this person may see; `undefined` when there is no such case. */
export const getCasePage = async (
	id: string,
	staff: Person,
	{ people, language }: { people: ReadonlyMap<string, PersonRecord>; language: Language },
) => {
	const view = await findCase(getCaseDatabase(), id)
	if (!view) return undefined
	const { desk, clocks, steps, notes, checked, isHeld, cluster, reports, offered } = view
	const relation = getRelation(desk, staff)
	const rights = getRights(staff, relation, desk, offered === staff.id)
	const category = desk.category ?? 'other'
	return {
		desk,
		reference: toReference(desk.id),
		offeredTo: offered,
		rights,
		clocks,
		steps: toSteps(steps, people),
		notes: rights.readNotes
			? notes.map(({ id: note, epoch, sealed, by, at }) => ({
					id: note,
					epoch,
					at,
					sealed: toBase64(sealed),
					by: people.get(by)?.name ?? '–',
					isMine: by === staff.id,
				}))
			: [],
		checked,
		isHeld,
		reportCount: reports.length,
		// A case that a partner has sent has no report: its first note says which key it has.
		epoch: reports[0]?.epoch ?? notes[0]?.epoch ?? '',
		cluster: cluster.filter((other) => other !== id),
		alike: rights.open
			? (await findAlike(getCaseDatabase(), id)).map((one) => ({
					id: one.id,
					reference: toReference(one.id),
					shared: one.shared,
					isTogether: one.cluster !== undefined && one.cluster === desk.cluster,
					supervisor: one.supervisor,
				}))
			: [],
		moves: getMovesOf(staff, relation, desk.status),
		approvals: await getApprovals(staff, view, people),
		takers: rights.assign ? await getTakers(people) : [],
		checklist: getChecklist(deskContent.checklists, category, language),
		answers: rights.answer ? getAnswers(category, language) : [],
		questionMark,
		law: getLaw(category, language),
		notice: { words: deskContent.paper.notice, sender: await getSender() },
	}
}
