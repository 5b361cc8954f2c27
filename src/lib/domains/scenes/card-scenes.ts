import type { Library } from '#domains/guide'
import type { Scenes } from './scene-library.ts'

/**
 * Finds cards of children whose picture is not there, or stands at the head of the pages of another topic. One line each, with the file.
 */
export const findCardFaults = ({ all }: Scenes, { cards }: Pick<Library, 'cards'>): string[] =>
	cards.flatMap(({ topic, cards: own }) =>
		own.flatMap(({ scene }, index) => {
			const place = `content/topics/${topic}/children/cards.yaml:1: card ${index + 1}`
			const entry = all.find(({ id }) => id === scene)
			if (!entry) return [`${place}: there is no picture ${scene}`]
			const isOfAnother = entry.pages.some((page) => !page.endsWith(`/${topic}`))
			return isOfAnother ? [`${place}: ${scene} is the picture of another topic`] : []
		}),
	)
