import type { Scene } from '../scene-data.ts'
import type { Point } from '../svg.ts'

/** Seconds that a loop takes; it ends where it began. */
export const loopSeconds = 20

/** Where something is at a moment: moved by `by`, turned and made larger around its pivot, seen or not (`fade` from 0 to 1). */
export type Stop = {
	at: number
	by?: Point | undefined
	turn?: number | undefined
	size?: number | undefined
	fade?: number | undefined
}

/** The look of a part from a moment on, until its next pose; a pose that shows nothing is somebody who is not there. */
export type LoopPose = { from: number; shows: Scene['shows'] }

export type LoopPart = {
	/** The first begins at 0. */
	poses: readonly LoopPose[]
	/** The first is at 0; between two it goes slowly, then fast, then slowly. */
	moves?: readonly Stop[] | undefined
	/** The point around which it turns and grows, in units of the frame. */
	pivot?: Point | undefined
	/** A little to and fro that never rests: by so many degrees, in so many seconds. */
	sway?: { turn: number; seconds: number } | undefined
	/** Stands still when the camera goes along. */
	isFixed?: boolean | undefined
}

/** A picture that moves: a place, and parts over it from the back to the front. */
export type Loop = Pick<Scene, 'place' | 'time' | 'hue' | 'isDirected'> & {
	/** Moves everything but the place and what is fixed. */
	camera?: readonly Stop[] | undefined
	parts: readonly LoopPart[]
}
