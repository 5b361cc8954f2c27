import { dangers, placeKinds, reporters, tileIds, wants } from './form-steps.ts'
import type { Answers } from '../report.ts'

/** Names of the fields of the one form, in the order of the questions. `what` and `wants` may come more than once. */
export const formFields = [
	'danger',
	'who',
	'what',
	'place',
	'link',
	'app',
	'nickname',
	'words',
	'wants',
	'police',
	'safe-from',
	'safe-to',
	'contact',
] as const
export type FormField = (typeof formFields)[number]

/** The part of `FormData` that is read. */
type Fields = { get: (name: FormField) => unknown; getAll: (name: FormField) => unknown[] }

const toText = (value: unknown): string => (typeof value === 'string' ? value : '')

const choose = <Choice extends string>(choices: readonly Choice[], value: unknown): Choice | undefined =>
	choices.find((choice) => choice === value)

const readPlace = (fields: Fields): Answers['where'] => {
	const [link, app, nickname] = (['link', 'app', 'nickname'] as const).map((name) =>
		toText(fields.get(name)).trim(),
	)
	const kind = link ? 'link' : app || nickname ? 'app' : choose(placeKinds, fields.get('place'))
	if (kind === undefined) return []
	return [{ kind, ...(link ? { link } : {}), ...(app ? { app } : {}), ...(nickname ? { nickname } : {}) }]
}

const readHour = (value: unknown): number | undefined =>
	/^(?:1?\d|2[0-3])$/u.test(toText(value)) ? Number(value) : undefined

/** The safe hours in a form; `undefined` when one of the two is left open. */
export const readSafeHours = (fields: Pick<Fields, 'get'>): Answers['safeHours'] => {
	const [from, to] = [readHour(fields.get('safe-from')), readHour(fields.get('safe-to'))]
	return from === undefined || to === undefined ? undefined : { from, to }
}

/**
 * The answers in a form, as `FormData` gives them, in a browser or on the server. What was left out counts as not said; a
 * choice that we do not offer is dropped; texts come as they are, so that {@link parseAnswers} can say which is too long.
 */
export const collectAnswers = (fields: Fields): Answers => {
	const safeHours = readSafeHours(fields)
	const contact = toText(fields.get('contact')).trim()
	const [what, wanted] = [fields.getAll('what'), fields.getAll('wants')]
	return {
		danger: choose(dangers, fields.get('danger')) ?? 'no',
		who: choose(reporters, fields.get('who')) ?? 'unsaid',
		what: tileIds.filter((id) => what.includes(id)),
		where: readPlace(fields),
		words: toText(fields.get('words')),
		wants: wants.filter((want) => wanted.includes(want)),
		police: fields.get('police') === 'yes',
		...(safeHours ? { safeHours } : {}),
		...(contact ? { contact } : {}),
	}
}
