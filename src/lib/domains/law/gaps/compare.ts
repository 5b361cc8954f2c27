import type { Instrument } from '../corpus/instrument.ts'
import { getIndex, type Law } from '../corpus/law.ts'
import { byPlace, getTreaties, toRow, type MatrixRow } from '../matrix.ts'
import type { Provision } from '../corpus/provision.ts'

/** Conventions that stand together in a column, as jurists speak of them; `others` takes every one not named. */
const members = {
	budapest: ['coe-185'],
	protocols: ['coe-189', 'coe-224'],
	arab: ['las-2010'],
	lanzarote: ['coe-201'],
	un: ['un-cyber-2024'],
	child: ['un-crc', 'un-opsc'],
	data: ['coe-108', 'coe-181', 'coe-223'],
	others: [],
} as const satisfies Record<string, readonly string[]>
export type CompareColumn = keyof typeof members
const columns = Object.keys(members) as CompareColumn[]

/** Provision of a convention on a matter. */
export type CompareCell = {
	provision: Provision
	convention: Instrument
	/** Answer of Moroccan law; `undefined` when nobody has assessed it yet. */
	row: MatrixRow | undefined
}

/** One duty, however many conventions ask for it. */
export type CompareMatter = {
	/** The provision that names the matter: the first one in the order of conventions. */
	lead: Provision
	cells: Readonly<Record<CompareColumn, CompareCell[]>>
}

export type Comparison = {
	/** Columns that have anything to show. */
	columns: CompareColumn[]
	/** Those of them that hold several conventions. */
	shared: CompareColumn[]
	matters: CompareMatter[]
	/** Conventions of which the corpus holds no article yet. */
	without: Instrument[]
}

const getColumn = (convention: string): CompareColumn =>
	columns.find((column) => (members[column] as readonly string[]).includes(convention)) ?? 'others'

/** Provisions that word the same duty, in both directions. */
const getLikes = (law: Law): ReadonlyMap<string, ReadonlySet<string>> => {
	const likes = new Map<string, Set<string>>()
	const add = (one: string, other: string): void => {
		likes.set(one, (likes.get(one) ?? new Set()).add(other))
	}
	for (const { asks, like } of law.mappings)
		for (const other of like) {
			add(asks, other)
			add(other, asks)
		}
	return likes
}

/**
 * Provisions of conventions by matter. A matter is a provision and those that word the same duty as *it*: who is like one
 * of those only may ask for something else (grooming is near to abuse, abuse to trafficking, trafficking to gangs).
 */
const groupByMatter = (law: Law): Provision[][] => {
	const likes = getLikes(law)
	const waiting = new Set(
		law.provisions
			.filter(({ level }) => level === 'international')
			.sort((one, other) => byPlace(one.instrument, other.instrument)),
	)
	const groups: Provision[][] = []
	for (const lead of waiting) {
		const group = [...waiting].filter(
			(other) => other === lead || (likes.get(lead.id)?.has(other.id) ?? false),
		)
		for (const member of group) waiting.delete(member)
		groups.push(group)
	}
	return groups
}

/** Conventions side by side, matter by matter: every provision that the corpus holds stands in it once. */
export const compareConventions = (law: Law): Comparison => {
	const { instruments, mappingOf, provisionsOf } = getIndex(law)
	const toCell = (provision: Provision): CompareCell[] => {
		const convention = instruments.get(provision.instrument)
		const mapping = mappingOf.get(provision.id)
		return convention ? [{ provision, convention, row: mapping && toRow(law, mapping) }] : []
	}
	const matters = groupByMatter(law).flatMap((group): CompareMatter[] => {
		const [lead] = group
		if (!lead) return []
		const own = group.flatMap(toCell)
		const cells = Object.fromEntries(
			columns.map((column) => [column, own.filter(({ convention }) => getColumn(convention.id) === column)]),
		) as Record<CompareColumn, CompareCell[]>
		return [{ lead, cells }]
	})
	const getConventions = (column: CompareColumn): Set<Instrument> =>
		new Set(matters.flatMap(({ cells }) => cells[column].map(({ convention }) => convention)))
	return {
		columns: columns.filter((column) => getConventions(column).size > 0),
		shared: columns.filter((column) => getConventions(column).size > 1),
		matters,
		without: getTreaties(law).filter(({ id }) => (provisionsOf.get(id) ?? []).length === 0),
	}
}
