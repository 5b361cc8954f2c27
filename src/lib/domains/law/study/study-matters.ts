import type { Instrument } from '../corpus/instrument.ts'
import { getIndex, type Law } from '../corpus/law.ts'
import type { Provision } from '../corpus/provision.ts'
import type { Question } from '../corpus/question.ts'
import type { StudyRow } from './study-row.ts'

/** One thing that the law does not do, however many conventions ask for it. */
export type StudyMatter = {
	/** The row that says most about it. */
	lead: StudyRow
	/** Every row in which it is missing. */
	rows: StudyRow[]
	/** Wordings of the duty in instruments, the rows' own and others that name it. */
	wordings: { instrument: Instrument; provision: Provision }[]
	/** Moroccan articles that come near. */
	near: Provision[]
	questions: Question[]
}

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)]

/** Rows that name each other as asking the same, in groups; a row that no other names is a group of its own. */
const groupRows = (rows: readonly StudyRow[]): StudyRow[][] => {
	const groups: StudyRow[][] = []
	for (const row of rows) {
		const isLike = (other: StudyRow): boolean =>
			other.mapping.like.includes(row.mapping.asks) || row.mapping.like.includes(other.mapping.asks)
		const [first, ...others] = groups.filter((group) => group.some(isLike))
		if (!first) {
			groups.push([row])
			continue
		}
		first.push(...others.flat(), row)
		for (const other of others) groups.splice(groups.indexOf(other), 1)
	}
	return groups
}

const getLength = ({ mapping }: StudyRow): number =>
	Object.values(mapping.reason).join('').length + Object.values(mapping.fill ?? {}).join('').length

/** Gaps: rows that are a gap, those that ask for the same thing together. */
export const findStudyMatters = (law: Law, rows: readonly StudyRow[]): StudyMatter[] => {
	const { provisions, instruments } = getIndex(law)
	return groupRows(rows.filter(({ mapping }) => mapping.assessment === 'gap')).flatMap((group) => {
		const [lead] = [...group].sort((a, b) => getLength(b) - getLength(a))
		if (!lead) return []
		const own = group.map(({ mapping }) => mapping.asks)
		const named = group.flatMap(({ mapping }) => mapping.like)
		const naming = rows
			.filter(({ mapping }) => mapping.like.some((id) => own.includes(id)))
			.map(({ mapping }) => mapping.asks)
		const wordings = unique([...own, ...named, ...naming]).flatMap((id) => {
			const provision = provisions.get(id)
			const instrument = provision && instruments.get(provision.instrument)
			return provision && instrument ? [{ instrument, provision }] : []
		})
		return [
			{
				lead,
				rows: group,
				wordings,
				near: unique(group.flatMap(({ answers }) => answers)),
				questions: unique(group.flatMap(({ questions }) => questions)),
			},
		]
	})
}
