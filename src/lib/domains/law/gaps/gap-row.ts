import { getIndex, type Law } from '../corpus/law.ts'
import { byPlace, groupByText, type MatrixRow, type TextProvisions } from '../matrix.ts'
import type { Provision } from '../corpus/provision.ts'

/** A row of the study as a page shows it. */
export type GapRow = Omit<MatrixRow, 'answers' | 'like'> & {
	/** The Moroccan answers by the text that they stand in. */
	answers: TextProvisions[]
	/** Wordings of the same duty in other conventions: those that the row names and those that name its provision. */
	wordings: TextProvisions[]
}

/** A row with its answers and the wordings of others, by text. */
export const toGapRow = (law: Law, row: MatrixRow): GapRow => {
	const { provisions } = getIndex(law)
	const naming = law.mappings
		.filter(({ like }) => like.includes(row.asks.id))
		.flatMap(({ asks }) => provisions.get(asks) ?? [])
	const alike: Provision[] = [...new Set([...row.like, ...naming])].sort((one, other) =>
		byPlace(one.instrument, other.instrument),
	)
	return { ...row, answers: groupByText(law, row.answers), wordings: groupByText(law, alike) }
}
