import { hasFirstMinutes, tiles, type Reporter, type TileId } from './form/form-steps.ts'
import { toAsker } from './other-doors.ts'
import type { Answers } from './report.ts'

/**
 * The first things to do, for what was told: which cards a person is shown between the questions and beside the receipt. The words are
 * those of the website's pages; all cards come in one file that is the same for everybody, so that choosing asks nobody.
 */

/** More than two cards are a page, and nobody who is afraid reads a page. */
const cardsAtOnce = 2

/** Situations in which a life is at risk, the last first. */
const vital: readonly TileId[] = ['abuse-at-home', 'self-harm']

/** The name of a card that fits: what happened, and to whom it speaks. */
export const toFit = (tile: TileId, asker: Exclude<Reporter, 'unsaid'>): string => `${tile}.${asker}`

const rank = (id: TileId): number => vital.indexOf(id)

/** Names of the cards that fit, the first first: what endangers a life before all else, then as the pictures stand. */
export const pickFirstMinutes = ({ what, who }: Pick<Answers, 'what' | 'who'>): string[] =>
	tiles
		.filter((tile) => hasFirstMinutes(tile) && what.includes(tile.id))
		.sort((a, b) => rank(b.id) - rank(a.id))
		.slice(0, cardsAtOnce)
		.map(({ id }) => toFit(id, toAsker(who)))
