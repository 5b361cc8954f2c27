import type { Law } from '../corpus/law.ts'
import type { Assessment } from '../corpus/mapping.ts'
import { countAssessments, getConventions, type AssessmentCounts } from '../matrix.ts'
import { findTheme, themes, type Theme } from './themes.ts'

/** Rows of the study on one theme in one convention. */
export type HeatTile = {
	/** Weakest answer among its rows; what nobody can judge yet counts as less than a whole answer. */
	state: Assessment
	counts: AssessmentCounts
	total: number
}

/** Conventions that have a short name for the head of a column: `law.briefly.<id>`. */
const briefly = [
	'coe-185',
	'coe-189',
	'las-2010',
	'coe-201',
	'un-cyber-2024',
	'un-crc',
	'un-opsc',
	'un-palermo',
	'ilo-182',
] as const
export type BriefName = (typeof briefly)[number]

/** Conventions beside each other, themes below each other. */
export type HeatMap = {
	conventions: BriefName[]
	/** Tiles in the order of the conventions; `undefined` where the study has no row. */
	rows: { theme: Theme; tiles: (HeatTile | undefined)[] }[]
}

const weakestFirst = ['gap', 'partly', 'unknown', 'covered'] as const satisfies Assessment[]

const getBriefName = (convention: string): BriefName => {
	const name = briefly.find((id) => id === convention)
	if (!name) throw new Error(`map of the study: ${convention} has no short name; add it to heat-map.ts`)
	return name
}

/**
 * The whole study on one page: every row of it is counted in exactly one tile.
 * @throws Error that names a provision without a theme, or a convention without a short name
 */
export const makeHeatMap = (law: Law): HeatMap => {
	const conventions = getConventions(law).map(({ id }) => getBriefName(id))
	const stray = law.mappings.find(({ asks }) => findTheme(asks) === undefined)
	if (stray) throw new Error(`map of the study: ${stray.asks} has no theme; add it to themes.ts`)
	const toTile = (theme: Theme, convention: string): HeatTile | undefined => {
		const own = law.mappings.filter((row) => row.convention === convention && findTheme(row.asks) === theme)
		const counts = countAssessments(own)
		const state = weakestFirst.find((assessment) => counts[assessment] > 0)
		return state && { state, counts, total: own.length }
	}
	return {
		conventions,
		rows: themes.map((theme) => ({ theme, tiles: conventions.map((id) => toTile(theme, id)) })),
	}
}
