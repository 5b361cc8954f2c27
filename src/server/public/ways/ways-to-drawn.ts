import { getLanguage } from '#base'
import { derb } from '#domains/derb/server'
import { findOfTopic } from '#domains/guide/ways'
import { loops, toLoopPicture } from '#domains/scenes/loops/server'
import { getCardPictures } from '#domains/scenes/server'
import type { WaysAsked, WayOn } from './way-on.ts'

/** Doors of the street of Najma whose story is about a topic: each shows how it begins. */
export const getDerbWays = ({ topic, locale }: WaysAsked): WayOn[] =>
	derb.flatMap((story, index) =>
		story.topic === topic
			? getCardPictures([{ scene: story.panels[0] ?? '' }], locale).map((scene) => ({
					kind: 'story' as const,
					href: `/${locale}/children/derb/${index + 1}`,
					title: scene.alt,
					language: getLanguage(locale),
					scene,
				}))
			: [],
	)

/** Films without words about a topic: children and parents see them move, teachers come to the sheet for class, from which the film is one tap. */
export const getLoopWays = ({ topic, audience, locale }: WaysAsked): WayOn[] =>
	audience === 'teens' || audience === 'citizens'
		? []
		: findOfTopic(loops, topic).map((loop) => {
				const { id, still } = toLoopPicture(loop, locale)
				return {
					kind: 'film' as const,
					href: `/${locale}/children/loops/${id}${audience === 'teachers' ? '/print' : ''}`,
					title: still.alt,
					language: getLanguage(locale),
					scene: still,
				}
			})
