import type { Draw } from './small-things.ts'
import { disc, dots, put, shape, starShape, stroke, type Point } from '../svg.ts'

/** Two eyes at the height of the middle of the star. */
const eyes = {
	open:
		stroke('M-10-7v5M10-7v5', 'ink', 8) +
		dots(
			[
				[-8.5, -7],
				[11.5, -7],
			],
			3,
			'white',
		),
	up:
		stroke('M-10-9v4M10-9v4', 'ink', 8) +
		dots(
			[
				[-8, -11],
				[12, -11],
			],
			3.4,
			'white',
		),
	aside:
		stroke('M-6-6v5M14-6v5', 'ink', 8) +
		dots(
			[
				[-3.5, -6],
				[16.5, -6],
			],
			3,
			'white',
		),
	glad: stroke('M-16-3q6-8 12 0M4-3q6-8 12 0', 'ink', 3.6),
	shut: stroke('M-16-5q6 6 12 0M4-5q6 6 12 0', 'ink', 3.6),
} as const
const mouths = {
	smile: stroke('M-11 8q11 12 22 0', 'ink', 3.6),
	grin: shape('M-12 7h24q-1 14-12 14t-12-14z', 'ink') + shape('M-6 18q6-4 12 0-6 4-12 0z', 'terra'),
	soft: stroke('M-6 11q6 5 12 0', 'ink', 3.6),
	small: stroke('M-6 14q6-6 12 0', 'ink', 3.6),
	aside: stroke('M-4 12q6 3 11-2', 'ink', 3.6),
} as const

/** An arm from the side of the star to its hand. */
const arm = (path: string, hand: Point): string => stroke(path, 'olive', 6) + disc(hand, 7.5, 'saffron')
const leftDown = arm('M-35 12Q-50 18-50 32', [-50, 34])
const rightDown = arm('M35 12Q50 18 50 32', [50, 34])

type Pose = {
	eyes: keyof typeof eyes
	mouth: keyof typeof mouths
	/** What is behind the star, and what is in front of it. */
	behind: string
	before?: string
	tilt?: number
}

/** The poses of the guide star. Nobody has to read them: each is one gesture. */
const poses = {
	hello: {
		eyes: 'open',
		mouth: 'grin',
		tilt: -5,
		behind:
			leftDown + arm('M35 8Q56 2 57-26', [57, -30]) + stroke('M70-44q7 8 5 18M44-46q-3-4-9-5', 'olive', 3),
	},
	points: {
		eyes: 'aside',
		mouth: 'smile',
		behind: leftDown,
		before: stroke('M36 10L60 8M64 8H82', 'olive', 6) + disc([62, 8], 7.5, 'saffron'),
	},
	thinks: {
		eyes: 'up',
		mouth: 'aside',
		tilt: 4,
		behind: leftDown + disc([48, -44], 8, 'card') + disc([60, -58], 12, 'card'),
		before: arm('M36 14Q48 40 16 32', [14, 29]),
	},
	listens: {
		eyes: 'open',
		mouth: 'soft',
		tilt: 9,
		behind: leftDown + stroke('M66-28q8 10 0 20M76-34q13 16 0 32', 'olive', 3),
		before: arm('M36 12Q62 6 46-14', [45, -17]),
	},
	worried: {
		eyes: 'open',
		mouth: 'small',
		before:
			stroke('M-18-17l11-4M18-17l-11-4', 'ink', 3.4) +
			arm('M-36 14Q-46 36-26 22', [-25, 19]) +
			arm('M36 14Q46 36 26 22', [25, 19]),
		behind: '',
	},
	proud: {
		eyes: 'glad',
		mouth: 'grin',
		behind:
			arm('M-35 8Q-54-2-56-30', [-56, -33]) +
			arm('M35 8Q54-2 56-30', [56, -33]) +
			starShape([-34, -60], 8, 'terra') +
			starShape([0, -72], 9, 'majorelle') +
			starShape([34, -60], 8, 'mint'),
	},
	hugs: {
		eyes: 'shut',
		mouth: 'smile',
		before:
			shape('M0 56C-30 38-32 16-15 16Q-4 16 0 25Q4 16 15 16C32 16 30 38 0 56z', 'terra') +
			arm('M-35 10Q-48 36-18 40', [-15, 40]) +
			arm('M35 10Q48 36 18 40', [15, 40]),
		behind: '',
	},
	sleeps: {
		eyes: 'shut',
		mouth: 'soft',
		tilt: 12,
		behind:
			leftDown +
			rightDown +
			shape('M58-78a24 24 0 1 0 22 32a20 20 0 1 1-22-32z', 'glow') +
			disc([36, -50], 3, 'glow') +
			disc([84, -80], 3, 'glow'),
	},
} satisfies Record<string, Pose>

const isPose = (name: string): name is keyof typeof poses => Object.hasOwn(poses, name)
/** Names of the poses. */
export const najmaPoses: readonly string[] = Object.keys(poses)

const slipper = shape('M-12 0Q-10-9 0-9H6Q10-4 9 0z', 'terra')

/**
 * Najma, the guide of children: an eight-pointed star of tiles with a kind face, arms and slippers.
 *
 * @param name - a pose; for an unknown one she says hello
 */
export const drawNajma: Draw = (name) => {
	const { eyes: look, mouth, behind, before = '', tilt = 0 }: Pose = poses[isPose(name) ? name : 'hello']
	const face =
		starShape([0, 0], 49, 'saffron') +
		starShape([0, 0], 39, 'card') +
		shape('M0-37l7 9-7 9-7-9z', 'majorelle') +
		shape('M-35-7l6 7-6 7-6-7zM35-7l6 7-6 7-6-7z', 'mint') +
		disc([-21, 8], 5, 'rose') +
		disc([21, 8], 5, 'rose') +
		eyes[look] +
		mouths[mouth]
	return (
		stroke('M-13 40V58M13 40V58', 'olive', 6) +
		put([-14, 67], slipper) +
		put([14, 67], slipper, { flip: true }) +
		put([0, 0], behind + face + before, { turn: tilt })
	)
}
