/** A whole file against the plan as it stands: either everything of it may be written, or nothing is. */
import { checkFields, checkMoved, type LineFault, type KnownLines } from './check.ts'
import { emptyFields, splitNeeds, type Fields } from './columns.ts'
import { findCircle } from './circle.ts'
import { mergeFields } from './merge.ts'
import type { RowFault, SheetLine } from './read-sheet.ts'

/** A thing as it stands at the desk. */
export type StandingThing = {
	fields: Fields
	version: number
	/** Of the action that it is, or hangs on. */
	region: string
	isPublished: boolean
	dueFirst: string
}

export type StandingPlan = KnownLines & {
	/** Everything that stands, by id. */
	things: ReadonlyMap<string, StandingThing>
	/** Fields of a thing as they were at an older version. */
	getBase: (id: string, version: number) => Fields
	/** True when whoever imports may write things of a region; empty for the country. */
	mayWrite: (region: string) => boolean
}

/** A line that changes something. `was` is empty for what is new. */
export type Edit = {
	id: string
	kind: SheetLine['kind']
	parent: string
	was: Fields | undefined
	is: Fields
}

type Judged = { edits: Edit[]; faults: RowFault[] }

const checkParent = (line: SheetLine, plan: StandingPlan, inFile: ReadonlySet<string>): LineFault[] => {
	const isThere =
		line.kind === 'action'
			? plan.initiatives.has(line.parent)
			: plan.things.has(line.parent) || inFile.has(line.parent)
	return isThere ? [] : [{ column: 'id', code: 'unknown' }]
}

const checkReach = (line: SheetLine, is: Fields, { things, mayWrite }: StandingPlan): LineFault[] => {
	const standing = things.get(line.id) ?? things.get(line.parent)
	const places = line.kind === 'action' ? [standing?.region, is['region']] : [standing?.region]
	return places.every((region) => region === undefined || mayWrite(region))
		? []
		: [{ column: line.kind === 'action' ? 'region' : 'id', code: 'reach' }]
}

const checkFirst = ({ dueFirst, kind }: SheetLine, standing: StandingThing | undefined): LineFault[] =>
	kind === 'realisation' || dueFirst === undefined || dueFirst === '' || !standing?.isPublished
		? []
		: dueFirst === standing.dueFirst
			? []
			: [{ column: 'due_first', code: 'first' }]

const judgeLine = (
	line: SheetLine,
	plan: StandingPlan,
	inFile: ReadonlySet<string>,
): { edit: Edit; faults: LineFault[] } => {
	const standing = plan.things.get(line.id)
	const now = standing?.fields ?? emptyFields(line.kind)
	const isOld = standing !== undefined && line.version !== undefined && line.version < standing.version
	const base = isOld ? plan.getBase(line.id, line.version ?? 0) : now
	const { merged: is, beside } = mergeFields(base, line.fields, now)
	const edit: Edit = { id: line.id, kind: line.kind, parent: line.parent, was: standing?.fields, is }
	const faults = [
		...checkParent(line, plan, inFile),
		...checkReach(line, is, plan),
		...checkFirst(line, standing),
		...beside.map(({ field }) => ({ column: field, code: 'changed' as const })),
		...checkFields(line.kind, is, plan),
		...checkMoved(now, is, standing?.isPublished === true),
	]
	return { edit, faults }
}

const isSame = ({ was, is }: Edit): boolean =>
	was !== undefined && Object.keys(is).every((field) => was[field] === is[field])

/** Needs of every action as they would stand, and what is wrong with them. */
const checkNeeds = (
	judged: readonly { line: SheetLine; edit: Edit }[],
	{ things }: StandingPlan,
): RowFault[] => {
	const needs = new Map<string, string[]>()
	for (const [id, { fields }] of things) if ('needs' in fields) needs.set(id, splitNeeds(fields))
	for (const { edit } of judged) if (edit.kind === 'action') needs.set(edit.id, splitNeeds(edit.is))
	const circle = findCircle(needs)
	return judged.flatMap(({ line, edit }): RowFault[] => {
		if (edit.kind !== 'action') return []
		const isUnknown = splitNeeds(edit.is).some((id) => !needs.has(id))
		if (isUnknown) return [{ row: line.row, column: 'needs', code: 'unknown' }]
		return circle.has(line.id) ? [{ row: line.row, column: 'needs', code: 'circle' }] : []
	})
}

/** Holds each line against what stands. With any fault nothing is to be written; lines that change nothing are no edits. */
export const judgeSheet = (lines: readonly SheetLine[], plan: StandingPlan): Judged => {
	const inFile = new Set(lines.map(({ id }) => id))
	const judged = lines.map((line) => ({ line, ...judgeLine(line, plan, inFile) }))
	const faults = [
		...judged.flatMap(({ line, faults: own }) => own.map((fault) => ({ ...fault, row: line.row }))),
		...checkNeeds(judged, plan),
	].sort((a, b) => a.row - b.row)
	return { faults, edits: judged.map(({ edit }) => edit).filter((edit) => !isSame(edit)) }
}
