import type { Locale } from '#base'
import {
	findAnswerCard,
	findHero,
	findPageScene,
	findScene,
	findSceneOf,
	toScenePicture,
	type ScenePicture,
} from '../scene-picture.ts'
import { scenes } from './library.ts'

/**
 * The picture at the head of a topic: broad for children, who see it first, near beside the title for others; young people's pages are dark.
 *
 * @param audience - reader of the page
 * @param topic - its id
 */
export const getHero = (audience: string, topic: string, locale: Locale): ScenePicture | undefined =>
	toScenePicture(findHero(scenes, audience, topic), locale, {
		camera: audience === 'children' ? 'wide' : 'near',
		isNight: audience === 'teens',
	})

/**
 * The picture of a card of an answer, without words of its own: the card says the same beside it.
 *
 * @param card - name of what is done; nothing for a card without one
 */
export const getAnswerScene = (card: string | undefined, locale: Locale): ScenePicture | undefined => {
	const picture = toScenePicture(card === undefined ? undefined : findAnswerCard(scenes, card), locale, {
		camera: 'near',
	})
	return picture && { ...picture, alt: '' }
}

/**
 * Pictures of a child's cards, whole, in their order.
 * @throws Error for a card whose picture is not there, so that the build stops
 */
export const getCardPictures = (cards: readonly { scene: string }[], locale: Locale): ScenePicture[] =>
	cards.map(({ scene }) => {
		const picture = toScenePicture(findScene(scenes, scene), locale, { camera: 'whole' })
		if (!picture) throw new Error(`showing a card: there is no picture ${scene} in content/scenes`)
		return picture
	})

/** The picture of a page of its own, of a choice on a hub, of a story or of a lesson, whole. */
export const getCard = (
	of: { page: string } | { story: string } | { lesson: string },
	locale: Locale,
	isNight = false,
): ScenePicture | undefined =>
	toScenePicture('page' in of ? findPageScene(scenes, of.page) : findSceneOf(scenes, of), locale, {
		camera: 'whole',
		isNight,
	})
