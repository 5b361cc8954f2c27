import { plate, spot, drawFinger, drawMark, fill, trace, move, width, write } from './pen.ts'
import type { DeviceScreen, PathStep, ScreenKind } from './screen-data.ts'

/** Parts of a drawing: `mirrored` turns round with the menu, `upright` stands as it is (letters, the hand). `height` is that of the frame. */
export type ScreenParts = { mirrored: string; upright: string; height: number }

type Given = { screen: DeviceScreen; passed: readonly PathStep[]; target: PathStep }
type Draw = (given: Given) => ScreenParts

const inset = 18
const row = 46

/** Shows a mark from `x` on: its letters, or a bar beside the drawing of the thing. */
const mark = (
	screen: DeviceScreen,
	what: PathStep,
	place: { x: number; y: number; size: number; room: number; strong?: boolean },
): { mirrored: string; upright: string } =>
	'label' in what
		? { mirrored: '', upright: write(what.label, screen.menuLanguage, place) }
		: {
				mirrored:
					move([place.x + 10, place.y - 5], drawMark(what.thing)) +
					plate([place.x + 32, place.y - 10, 96, 11], 'line', 5),
				upright: '',
			}

const sum = (
	parts: readonly { mirrored: string; upright: string }[],
): { mirrored: string; upright: string } => ({
	mirrored: parts.map((part) => part.mirrored).join(''),
	upright: parts.map((part) => part.upright).join(''),
})

const chevron = (x: number, y: number, colour: 'quiet' | 'line' = 'quiet'): string =>
	trace(`M${x - 3} ${y - 6}L${x + 3} ${y}L${x - 3} ${y + 6}`, colour, 2.4)
const back = (y: number): string =>
	trace(`M${inset + 9} ${y - 8}L${inset + 1} ${y}L${inset + 9} ${y + 8}`, 'ink', 2.6)

/** The head of a list: where one is, large; the way there above it, small. */
const head = (screen: DeviceScreen, passed: readonly PathStep[]): { mirrored: string; upright: string } => {
	const here = passed.at(-1)
	const before = passed.slice(0, -1)
	const title = here
		? [
				mark(screen, here, {
					x: inset + 24,
					y: before.length > 0 ? 50 : 44,
					size: 17,
					room: 240,
					strong: true,
				}),
			]
		: []
	const names = before
		.flatMap((one) => ('label' in one ? [one.label] : []))
		.join(screen.menuLanguage === 'ar' ? ' ‹ ' : ' › ')
	const way =
		names === ''
			? ''
			: write(names, screen.menuLanguage, { x: inset + 24, y: 29, size: 11, room: 300, colour: 'quiet' })
	const all = sum(title)
	return { mirrored: all.mirrored + back(before.length > 0 ? 44 : 38), upright: all.upright + way }
}

const blankRow = (y: number, length: number): string =>
	plate([inset + 2, y + 13, 20, 20], 'sand', 6) +
	plate([inset + 34, y + 18, length, 10], 'line', 5) +
	chevron(width - inset - 8, y + 23, 'line')

const drawRows = (
	{ screen, target }: Given,
	from: number,
): { mirrored: string; upright: string; end: number } => {
	const finger = 262
	const parts = [1, 2].map((place) => {
		const y = from + (place - 1) * row
		const rule = trace(`M${inset} ${y + row}H${width - inset}`, 'line', 1)
		if (place !== screen.touch) return { mirrored: blankRow(y, place === 1 ? 130 : 92) + rule, upright: '' }
		const isThing = 'thing' in target
		const said = mark(screen, target, {
			x: isThing ? inset + 2 : inset + 10,
			y: y + 28,
			size: 16,
			room: 214,
			strong: true,
		})
		return {
			mirrored:
				plate([inset - 8, y + 2, width - 2 * inset + 16, row - 4], 'sand', 10) +
				trace(`M${inset - 4} ${y + 8}V${y + row - 8}`, 'saffron', 4) +
				said.mirrored,
			upright: said.upright + drawFinger(screen.menuLanguage === 'ar' ? width - finger : finger, y + 22),
		}
	})
	return { ...sum(parts), end: from + 2 * row }
}

const list: Draw = (given) => {
	const top = head(given.screen, given.passed)
	const rows = drawRows(given, 66)
	return {
		mirrored: trace(`M6 64H${width - 6}`, 'line', 1) + top.mirrored + rows.mirrored,
		upright: top.upright + rows.upright,
		height: rows.end + 26,
	}
}

const bubbles = (y: number, isDim = false): string =>
	plate([inset, y, 150, 34], 'sand', 12) +
	plate([inset + 12, y + 12, 100, 9], isDim ? 'line' : 'quiet', 4) +
	plate([width - inset - 120, y + 44, 120, 30], 'line', 12)

const chatHead = (target?: PathStep): string =>
	back(40) +
	spot([inset + 42, 40], 16, 'sand') +
	move([inset + 42, 41], drawMark('person', 'quiet')) +
	plate(
		[inset + 68, 32, 104, 13],
		target && 'thing' in target && target.thing === 'name' ? 'quiet' : 'line',
		6,
	) +
	move([width - inset - 8, 40], drawMark('dots', 'ink'), 0.8) +
	trace(`M6 64H${width - 6}`, 'line', 1)

const chat: Draw = ({ screen, target }) => {
	const at = 'thing' in target ? target.thing : 'message'
	const spots = { name: [inset + 118, 42], dots: [width - inset - 8, 42] } as const
	const [x, y] = at === 'name' || at === 'dots' ? spots[at] : ([inset + 96, 100] as const)
	return {
		mirrored: chatHead(target) + bubbles(82),
		upright: drawFinger(screen.menuLanguage === 'ar' ? width - x : x, y),
		height: 166,
	}
}

const sheet: Draw = (given) => {
	const rows = drawRows(given, 36)
	return {
		mirrored: trace(`M6 26H${width - 6}`, 'ink', 2) + plate([138, 10, 44, 5], 'line', 2) + rows.mirrored,
		upright: rows.upright,
		height: rows.end + 26,
	}
}

const profile: Draw = ({ screen }) => {
	const x = width - inset - 8
	return {
		mirrored:
			back(36) +
			move([x, 36], drawMark('dots')) +
			spot([70, 94], 30, 'sand') +
			move([70, 95], drawMark('person', 'quiet'), 1.9) +
			plate([116, 78, 120, 13], 'quiet', 6) +
			plate([116, 100, 84, 10], 'line', 5) +
			[0, 1, 2].map((place) => plate([inset + place * 98, 136, 88, 40], 'sand', 8)).join(''),
		upright: drawFinger(screen.menuLanguage === 'ar' ? width - x : x, 38),
		height: 150,
	}
}

const video: Draw = ({ screen, target }) => {
	const isShare = 'thing' in target && target.thing === 'share'
	const y = isShare ? 128 : 52
	const x = width - inset - 22
	return {
		mirrored:
			plate([inset - 4, 24, width - 2 * inset + 8, 150], 'sand', 10) +
			fill('M142 80L186 102L142 124z', 'card') +
			move([x, 52], drawMark('dots')) +
			move([x, 128], drawMark('share'), 1.3) +
			plate([inset + 10, 142, 110, 10], 'quiet', 5) +
			plate([inset + 10, 158, 70, 8], 'line', 4),
		upright: drawFinger(screen.menuLanguage === 'ar' ? width - x : x, y),
		height: 192,
	}
}

const game: Draw = ({ screen }) => {
	const rows = [0, 1, 2].map((place) => {
		const y = 34 + place * 44
		return (
			spot([inset + 16, y + 18], 13, 'sand') +
			move([inset + 16, y + 19], drawMark('person', 'quiet'), 0.8) +
			plate([inset + 40, y + 12, place === 1 ? 120 : 90, 11], place === 1 ? 'quiet' : 'line', 5) +
			move([width - inset - 16, y + 18], drawMark('report', place === 1 ? 'ink' : 'line')) +
			trace(`M${inset} ${y + 40}H${width - inset}`, 'line', 1)
		)
	})
	const x = width - inset - 16
	return {
		mirrored: rows.join(''),
		upright: drawFinger(screen.menuLanguage === 'ar' ? width - x : x, 98),
		height: 180,
	}
}

const keys: Draw = ({ target }) => {
	const isHigh = 'thing' in target && target.thing === 'keys-high'
	const key = ([x, y, h]: readonly [number, number, number], isPressed: boolean): string =>
		plate([x, y, 8, h], isPressed ? 'saffron' : 'ink', 4)
	const arrow = (x: number, y: number, turn: number): string =>
		trace(
			`M${x} ${y}h${turn * 26}M${x + turn * 8} ${y - 7}L${x} ${y}L${x + turn * 8} ${y + 7}`,
			'majorelle',
			4,
		)
	const body = plate([100, 22, 120, 170], 'ink', 18) + plate([107, 31, 106, 152], 'card', 12) + bubbleSmall()
	const pressed = isHigh
		? key([92, 66, 26], true) +
			key([92, 98, 26], false) +
			key([220, 74, 40], true) +
			arrow(84, 79, -1) +
			arrow(236, 94, 1)
		: key([220, 62, 26], false) +
			key([220, 90, 26], true) +
			key([220, 126, 34], true) +
			arrow(236, 103, 1) +
			arrow(236, 143, 1)
	return { mirrored: '', upright: pressed + body, height: 204 }
}
const bubbleSmall = (): string =>
	plate([118, 60, 66, 18], 'sand', 8) +
	plate([136, 88, 66, 18], 'line', 8) +
	plate([118, 116, 54, 18], 'sand', 8)

const two: Draw = () => ({
	mirrored: '',
	upright:
		plate([34, 8, 96, 160], 'ink', 14) +
		plate([41, 17, 82, 142], 'card', 9) +
		plate([50, 34, 56, 18], 'sand', 8) +
		plate([62, 62, 52, 18], 'line', 8) +
		plate([50, 90, 46, 18], 'sand', 8) +
		trace('M140 38L176 50M140 124L176 110', 'saffron', 3) +
		plate([180, 24, 100, 112], 'ink', 14) +
		plate([188, 32, 84, 96], 'sand', 8) +
		plate([206, 40, 40, 66], 'ink', 6) +
		plate([210, 45, 32, 56], 'card', 4) +
		plate([214, 54, 20, 7], 'sand', 3) +
		plate([219, 65, 20, 7], 'line', 3) +
		trace('M194 48V40H202M266 48V40H258M194 102V110H202M266 102V110H258', 'majorelle', 3) +
		spot([230, 120], 6, 'saffron'),
	height: 144,
})

/** The drawing of each kind of screen. */
export const draws: Record<ScreenKind, Draw> = { list, chat, sheet, profile, video, game, keys, two }
