import type { SceneEntry } from '../scene-file.ts'
import type { Scenes } from '../scene-library.ts'
import { findPageScene } from '../scene-picture.ts'

/** The file of somebody's face, as it stands beside what they say. */
export const nameFaceFile = (who: string): string => `face-${who}.svg`

/**
 * The picture of a story: at its beginning its cover, at a step or an end the one that has been drawn for it.
 *
 * @param moment - a step or an end by its id; `undefined` for the beginning
 */
export const findStoryScene = (
	{ all }: Scenes,
	story: string,
	moment: string | undefined,
): SceneEntry | undefined => all.find((entry) => entry.story === story && entry.moment === moment)

/**
 * The picture with which a story closes: that of the end, or of its kind in this story, or the one that all stories for a reader share.
 *
 * @param end - `outcome` is `safe` or `harder`
 */
export const findEndScene = (
	scenes: Scenes,
	end: { story: string; end: string; outcome: string; readers: string },
): SceneEntry | undefined =>
	findStoryScene(scenes, end.story, end.end) ??
	findStoryScene(scenes, end.story, end.outcome) ??
	findPageScene(scenes, `${end.outcome}-${end.readers}`)
