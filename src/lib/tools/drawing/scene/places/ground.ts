import type { Hue } from '../scene-data.ts'
import { slab, type Point, shape, starShape, starPath } from '../svg.ts'

/** A place as layers: what stands behind people, and what before them. */
export type Layers = { behind: string; before: string }

export const wall = (hue: Hue): string => slab([0, 0, 360, 360], `wall-${hue}`)
export const halo = (at: Point, radius: number): string =>
	`<g opacity=".6">${starShape(at, radius, 'halo')}</g>`
export const tileBand = (y: number, colour: string): string => {
	const row = (radius: number): string =>
		[30, 90, 150, 210, 270, 330].map((x) => starPath([x, y + 26], radius)).join('')
	return (
		slab([0, y, 360, 52], colour) +
		`<g opacity=".35">${shape(row(20), 'light')}</g>` +
		shape(row(7), 'saffron')
	)
}
