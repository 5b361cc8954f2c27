import { tiles, type Reporter, type TileId } from './form/form-steps.ts'
import type { Answers } from './report.ts'

/**
 * Which other doors fit what was told. The help finder decides, on the server, for every answer that can be given; what it says goes
 * along with the page as a short text, and is looked up where the answers are. They go nowhere for it.
 */
export type Told = Pick<Answers, 'what' | 'who' | 'danger'>

/** Number of doors that stand open at first: who has just told does not read a long list. The others are one press away. */
export const doorsAtOnce = 3

/** Doors by id as the help finder groups them: who answers now, what works at any hour, the rest. */
export type DoorGroups = readonly [
	open: readonly string[],
	always: readonly string[],
	later: readonly string[],
]

/** A question to the help finder. */
export type DoorQuestion = { situation: string; asker: Exclude<Reporter, 'unsaid'>; isDanger: boolean }

const askers = ['child', 'teen', 'adult', 'parent', 'teacher', 'witness'] as const

/** The asker when nobody says who they are, which gives what is there for the young: doors that take them and everyone older, words that fit both. */
export const toAsker = (who: Reporter): DoorQuestion['asker'] => (who === 'unsaid' ? 'teen' : who)

/** One list of all, no door twice. What works at any hour ends with the numbers for danger: there the last mention counts. */
export const mergeDoors = (all: readonly DoorGroups[]): string[] => {
	const [open, always, later] = ([0, 1, 2] as const).map((at) => all.flatMap((groups) => groups[at]))
	const last = [...new Set([...(always ?? [])].reverse())].reverse()
	return [...new Set([...(open ?? []), ...last, ...(later ?? [])])]
}

/** One letter for a door, so that forty lines stay short. */
const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

const toLetter = (at: number): string => {
	const letter = alphabet[at]
	if (letter === undefined) throw new Error(`writing down doors: more than ${alphabet.length}`)
	return letter
}

/** The answers of the help finder to all that can be told: the ids in the first line, then a line for each picture and person. */
export const formatDoors = (find: (question: DoorQuestion) => DoorGroups): string => {
	const ids: string[] = []
	const write = (groups: DoorGroups): string =>
		groups
			.map((group) => {
				for (const id of group) if (!ids.includes(id)) ids.push(id)
				return group.map((id) => toLetter(ids.indexOf(id))).join('')
			})
			.join('.')
	const lines = tiles.flatMap(({ id, situation }) =>
		askers.map((asker) =>
			[id, asker, ...[false, true].map((isDanger) => write(find({ situation, asker, isDanger })))].join(' '),
		),
	)
	return [ids.join(' '), ...lines].join('\n')
}

/** The ids of the doors that fit, the first first. */
export const pickDoors = (table: string, { what, who, danger }: Told): string[] => {
	const [first = '', ...lines] = table.split('\n')
	const ids = first.split(' ')
	const told: readonly TileId[] = what.length > 0 ? what : ['other']
	const rows = lines.map((line) => line.split(' '))
	const read = (group = ''): string[] =>
		Array.from(group).flatMap((letter) => ids[alphabet.indexOf(letter)] ?? [])
	return mergeDoors(
		told.map((tile) => {
			const [, , calm = '', now = ''] =
				rows.find(([id, asker]) => id === tile && asker === toAsker(who)) ?? []
			const [open, always, later] = (danger === 'now' ? now : calm).split('.')
			return [read(open), read(always), read(later)]
		}),
	)
}
