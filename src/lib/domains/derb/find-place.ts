import type { Derb, Story } from './derb-file.ts'

const letters = ['a', 'b', 'c'] as const

/** A choice with the end of its address: the letter of what comes of it, or the door. */
type Choice = { scene: string; to: string }

/** Where somebody stands in a story: before the choice, after one, or at the grown-up's door. */
type Place = { story: Story; door: number } & (
	| { kind: 'told'; choices: readonly Choice[] }
	| { kind: 'then'; scene: string }
	| { kind: 'door' }
)

/** Choices of a story, each with its way on. */
export const listChoices = ({ choices }: Story): Choice[] =>
	choices.map(({ scene, then }, index) => ({
		scene,
		to: then === undefined ? 'door' : (letters[index] ?? 'door'),
	}))

/**
 * Finds what an address shows.
 *
 * @param at - the number of a door and what follows it, as they stand in the address
 */
export const findPlace = (derb: Derb, at: { door: string; step: string | undefined }): Place | undefined => {
	const door = derb.findIndex((_, index) => String(index + 1) === at.door) + 1
	const story = derb[door - 1]
	if (!story) return undefined
	if (at.step === undefined) return { story, door, kind: 'told', choices: listChoices(story) }
	if (at.step === 'door') return { story, door, kind: 'door' }
	const scene = story.choices[letters.findIndex((letter) => letter === at.step)]?.then
	return scene === undefined ? undefined : { story, door, kind: 'then', scene }
}

/** Ends of all addresses of the street, below its own. */
export const listStreetPlaces = (derb: Derb): string[] =>
	derb.flatMap((story, index) => [
		`${index + 1}`,
		...new Set([...listChoices(story).map(({ to }) => `${index + 1}/${to}`), `${index + 1}/door`]),
	])
