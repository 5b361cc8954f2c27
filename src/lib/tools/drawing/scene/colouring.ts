import { round } from './svg.ts'

/** Colours that stay as dark as the pen: eyes, brows, signs on screens. */
const pen = ['ink', 'brow', 'brow-grey']

/** Width of a line between two areas, in units of the frame, before a drawing is made larger or smaller. */
const lineWidth = 2

/** `scale`: how much larger everything around it makes it; lines stay as wide as the pen. */
type Shape = { element: string; colour: string; scale: number }

/** A film or a pattern: on paper that a child colours, it would only be grey. */
const isFaint = (tag: string): boolean => Number(/ opacity="([\d.]+)"/u.exec(tag)?.[1] ?? 1) < 0.7

const getWidth = (element: string): number => Number(/ stroke-width="([\d.]+)"/u.exec(element)?.[1] ?? 3)

const widen = (element: string, width: number, ink: string): string =>
	element
		.replace(/ stroke-width="[^"]*"/u, '')
		.replace(/ stroke="[^"]*"/u, ` stroke="${ink}" stroke-width="${round(width)}"`)

/** Draws shapes of one colour as one area: every line first, then every surface over them, so that no line runs inside of it. */
const drawArea = (shapes: readonly Shape[], ink: string, paper: string): string => {
	const under = shapes.map((shape) => {
		const line = (2 * lineWidth) / shape.scale
		return isSurface(shape)
			? shape.element.replace(
					/ fill="[^"]*"/u,
					` fill="${ink}" stroke="${ink}" stroke-width="${round(line)}"`,
				)
			: widen(shape.element, getWidth(shape.element) + line, ink)
	})
	const over = shapes.map((shape) =>
		isSurface(shape)
			? shape.element.replace(/ fill="[^"]*"/u, ` fill="${paper}"`)
			: widen(shape.element, getWidth(shape.element), paper),
	)
	return [...under, ...over].join('')
}

const isSurface = ({ element }: Shape): boolean => element.includes(' fill="')
const isFine = (shape: Shape): boolean => !isSurface(shape) && getWidth(shape.element) <= 4.5
const isDot = ({ element }: Shape): boolean => /h0?\.1"/u.test(element)

/** One shape as it stands in two colours by itself; `undefined` where it is part of an area. */
const drawAlone = (shape: Shape, ink: string, paper: string): string | undefined => {
	const inOne = (colour: string): string => shape.element.replace(/var\(--s-[a-z0-9-]+\)/u, colour)
	if (pen.includes(shape.colour)) return inOne(ink)
	if (isFine(shape) && shape.colour === 'white') return inOne(paper)
	if (isFine(shape) && !isDot(shape)) return widen(inOne(ink), lineWidth / shape.scale, ink)
	return undefined
}

const readScale = (tag: string): number => Math.abs(Number(/scale\((-?[\d.]+)/u.exec(tag)?.[1] ?? 1))

/** A shape, or an end or a beginning of a group. */
type Part = { tag: string; shape?: Shape }

function* readParts(body: string): Generator<Part> {
	const scales = [1]
	let faint = 0
	for (const [tag] of body.matchAll(/<[^>]+>/gu)) {
		const isGroup = tag.startsWith('<g')
		if (isGroup && (faint > 0 || isFaint(tag))) faint += 1
		else if (tag === '</g>' && faint > 0) faint -= 1
		else if (faint === 0) {
			if (isGroup) scales.push((scales.at(-1) ?? 1) * readScale(tag))
			if (tag === '</g>') scales.pop()
			const colour = /var\(--s-([a-z0-9-]+)\)/u.exec(tag)?.[1]
			const element = tag.replace(/ opacity="[^"]*"/u, '')
			if (colour === undefined) yield { tag: element }
			else if (!isFaint(tag)) yield { tag, shape: { element, colour, scale: scales.at(-1) ?? 1 } }
		}
	}
}

/**
 * A scene to colour: the same drawing in two colours, lines around areas of paper. For print.
 *
 * @param svg - of `drawScene`
 * @param colours - of the pen and of the paper, as hexadecimal numbers
 */
export const drawToColour = (svg: string, { ink, paper }: { ink: string; paper: string }): string => {
	const [head = ''] = /^<svg[^>]*>/u.exec(svg) ?? []
	let drawn = head
	let area: Shape[] = []
	const close = (): void => {
		drawn += drawArea(area, ink, paper)
		area = []
	}
	for (const { tag, shape } of readParts(svg.slice(head.length))) {
		const alone = shape ? drawAlone(shape, ink, paper) : tag
		if (alone !== undefined || (area[0] && area[0].colour !== shape?.colour)) close()
		if (alone === undefined && shape) area.push(shape)
		else drawn += alone ?? ''
	}
	close()
	return drawn
}
