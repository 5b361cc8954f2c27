import type { Locale } from '#base'
import type { Audience } from '#domains/guide'
import type { SceneTile } from '#domains/scenes'
import type { PictureName } from '#ui/picture'

/** A thing that a topic leads to, with its kind. */
export type WayOn = SceneTile & {
	/** The pictogram of a thing that has no scene. */
	picture?: PictureName
	kind: 'lesson' | 'story' | 'guide' | 'step' | 'module' | 'quiz' | 'check' | 'film' | 'app'
}

/** A page of a topic: for whom, and in which language it shows what it leads to. */
export type WaysAsked = { topic: string; audience: Audience; locale: Locale }
