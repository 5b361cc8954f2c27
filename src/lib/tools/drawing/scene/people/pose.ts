import type { HandShape, Pose } from '../scene-data.ts'
import type { Point } from '../svg.ts'

/** The place of a hand, and of an elbow where it is not the natural one: across in half shoulders (1 is the acting side), down from the shoulders in arm lengths of 80. */
export type Reach = { at: Point; hand: HandShape; turn?: number | undefined; elbow?: Point | undefined }
export type Reaches = { acts: Reach | undefined; other: Reach | undefined }

const down: Reach = { at: [0.98, 86], hand: 'rest', turn: 88 }
const otherDown: Reach = { at: [-0.98, 86], hand: 'rest', turn: 92 }

/** Each pose as two hands. Whoever acts with the left hand gets the mirror image. */
export const reaches: Record<Pose, Reaches> = {
	none: { acts: undefined, other: undefined },
	rest: { acts: down, other: otherDown },
	heart: { acts: { at: [0.28, 20], hand: 'flat', turn: 192 }, other: otherDown },
	hug: {
		acts: { at: [-0.26, 40], elbow: [1.04, 58], hand: 'flat', turn: 200 },
		other: { at: [0.26, 36], elbow: [-1.04, 58], hand: 'flat', turn: -20 },
	},
	hold: {
		acts: { at: [0.34, 44], hand: 'rest', turn: 205 },
		other: { at: [-0.34, 44], hand: 'rest', turn: -25 },
	},
	'hold-one': { acts: { at: [0.62, 30], hand: 'fist', turn: -80 }, other: otherDown },
	ear: { acts: { at: [0.98, -28], hand: 'fist', turn: -112 }, other: otherDown },
	stop: { acts: { at: [1.5, -8], hand: 'open', turn: -80 }, other: otherDown },
	point: { acts: { at: [1.75, 12], hand: 'point', turn: -8 }, other: otherDown },
	show: { acts: { at: [1.35, 22], hand: 'fist', turn: -80 }, other: otherDown },
	think: {
		acts: { at: [0.44, 1], elbow: [1.05, 48], hand: 'fist', turn: -114 },
		other: { at: [0.42, 50], elbow: [-1.02, 60], hand: 'flat', turn: -14 },
	},
	cheeks: {
		acts: { at: [0.9, -22], elbow: [1.3, 34], hand: 'flat', turn: -104 },
		other: { at: [-0.9, -22], elbow: [-1.3, 34], hand: 'flat', turn: -76 },
	},
	wave: { acts: { at: [1.8, -40], hand: 'open', turn: -70 }, other: otherDown },
	table: {
		acts: { at: [0.42, 64], hand: 'rest', turn: 186 },
		other: { at: [-0.42, 64], hand: 'rest', turn: -6 },
	},
	hips: {
		acts: { at: [1.02, 62], hand: 'fist', turn: 150 },
		other: { at: [-1.02, 62], hand: 'fist', turn: 30 },
	},
	cheer: {
		acts: { at: [1.95, -58], hand: 'open', turn: -62 },
		other: { at: [-1.95, -58], hand: 'open', turn: -118 },
	},
	reach: { acts: { at: [1.85, 22], hand: 'open', turn: -4 }, other: otherDown },
	give: { acts: { at: [1.5, 34], hand: 'flat', turn: -12 }, other: otherDown },
}
