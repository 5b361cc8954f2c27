/** A point: x to the right, y down, in units of the frame (360 by 360). */
export type Point = readonly [x: number, y: number]

/** One decimal is finer than a pixel of the largest picture. */
export const round = (value: number): number => Math.round(value * 10) / 10

const join = ([x, y]: Point): string => `${round(x)} ${round(y)}`

/** Points as text of a path, one after another. */
export const points = (...list: readonly Point[]): string => list.map(join).join(' ')

const prefix = 's'
/** A colour of the palette as a paint: the property that a page or a file gives. */
export const paint = (colour: string): string => `var(--${prefix}-${colour})`

/** A filled shape. `colour` is the name of a token, without its dashes. */
export const shape = (d: string, colour: string): string => `<path fill="${paint(colour)}" d="${d}"/>`

/** A line of the ink pen, 3 wide unless said. */
export const stroke = (d: string, colour: string, width = 3): string =>
	`<path stroke="${paint(colour)}"${width === 3 ? '' : ` stroke-width="${round(width)}"`} d="${d}"/>`

/** A film of shade or of light over whatever lies under it: a second tone without a second token. */
export const film = (d: string, amount: number, colour = 'shade'): string =>
	`<path fill="${paint(colour)}" opacity="${amount}" d="${d}"/>`

/** Dots of one size and colour in one path. */
export const dots = (list: readonly Point[], width: number, colour: string): string =>
	stroke(list.map((at) => `M${join(at)}h.1`).join(''), colour, width)

export const disc = (at: Point, radius: number, colour: string): string => dots([at], radius * 2, colour)

/** A box with round corners: [left, top, width, height]. */
export const slab = (
	[x, y, width, height]: readonly [number, number, number, number],
	colour: string,
	corner = 0,
): string =>
	`<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"${corner ? ` rx="${corner}"` : ''} fill="${paint(colour)}"/>`

export type Placing = { turn?: number | undefined; scale?: number | undefined; flip?: boolean | undefined }

/** Moves a drawing that stands around 0 0. */
export const put = (
	[x, y]: Point,
	body: string,
	{ turn = 0, scale = 1, flip = false }: Placing = {},
): string => {
	const size = flip
		? ` scale(${-round2(scale)} ${round2(scale)})`
		: scale === 1
			? ''
			: ` scale(${round2(scale)})`
	return `<g transform="translate(${round(x)} ${round(y)})${turn ? ` rotate(${round(turn)})` : ''}${size}">${body}</g>`
}
const round2 = (value: number): number => Math.round(value * 100) / 100

/** The one rule: two squares, one turned by 45 degrees. */
export const starPath = ([x, y]: Point, radius: number): string => {
	const half = Math.round(radius * 0.707)
	const far = Math.round(radius)
	return `M${round(x - half)} ${round(y - half)}h${2 * half}v${2 * half}h${-2 * half}zM${round(x)} ${round(y - far)}l${far} ${far} ${-far} ${far} ${-far} ${-far}z`
}
export const starShape = (at: Point, radius: number, colour: string): string =>
	shape(starPath(at, radius), colour)

/** A pointed arch on the ground at `foot`. */
export const archPath = ([x, y]: Point, width: number, height: number): string => {
	const side = width / 2
	const spring = y - height + side * 1.15
	return `M${points([x - side, y])}V${round(spring)}C${points([x - side * 1.14, spring - side * 0.75], [x - side * 0.45, spring - side * 0.82], [x, y - height])} ${points([x + side * 0.45, spring - side * 0.82], [x + side * 1.14, spring - side * 0.75], [x + side, spring])}V${round(y)}z`
}
