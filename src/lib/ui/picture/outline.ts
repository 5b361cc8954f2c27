/** Outlines that many drawings share, as path data on the grid of 48. */

/** A circle by its middle, its topmost point and its radius. */
export const circle = (x: number, top: number, radius: number): string =>
	`M${x} ${top}a${radius} ${radius} 0 1 0 .1 0z`

/** A rectangle with rounded corners. */
export const box = (x: number, y: number, width: number, height: number): string =>
	`M${x + 3} ${y}h${width - 6}a3 3 0 0 1 3 3v${height - 6}a3 3 0 0 1-3 3h${6 - width}a3 3 0 0 1-3-3v${6 - height}a3 3 0 0 1 3-3z`
