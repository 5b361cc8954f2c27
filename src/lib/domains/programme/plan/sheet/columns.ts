/**
 * A line of the plan as text: what a form sends, a file holds, two people edit at once and a change keeps. One line is an action or a
 * realisation, which its id says: `i2-a1`, `i2-a1-r1`.
 */
import { planAudiences, planStates } from '../plan.ts'

const texts = (name: string): readonly string[] =>
	['ar', 'fr', 'zgh', 'en'].map((language) => `${name}_${language}`)

export const titleFields = texts('title')
export const reasonFields = texts('reason')
const noteFields = texts('note')

/** Fields of an action that people write, in the order of the columns of a file. */
export const actionFields: readonly string[] = [
	...titleFields,
	'promise_language',
	'promise',
	'owner',
	'audiences',
	'region',
	'promised_on',
	'due',
	'begun_on',
	'ended_on',
	'state',
	...reasonFields,
	'source',
	'needs',
]

export const realisationFields: readonly string[] = [...titleFields, 'done_on', 'state', ...noteFields]

/** Fields of any line. */
export const lineNames: readonly string[] = [...new Set([...actionFields, ...realisationFields])]

/** Columns of a file; `due_first` and `version` are there to be read: the first never changes, the second says what was exported. */
export const sheetColumns: readonly string[] = [
	'id',
	...actionFields,
	'done_on',
	...noteFields,
	'due_first',
	'version',
]

/** Values of fields by name; a field that is not there is not spoken of. */
export type Fields = Readonly<Record<string, string>>

export type PlanThingKind = 'action' | 'realisation'

const actionId = /^(i[1-9][0-9]?)-a[1-9][0-9]{0,3}$/u
const realisationId = /^(i[1-9][0-9]?-a[1-9][0-9]{0,3})-r[1-9][0-9]{0,3}$/u

/** Reads what an id names, and what that hangs on; `undefined` when it is no id. */
export const readThingId = (id: string): { kind: PlanThingKind; parent: string } | undefined => {
	const parent = actionId.exec(id)?.[1]
	if (parent !== undefined) return { kind: 'action', parent }
	const action = realisationId.exec(id)?.[1]
	return action === undefined ? undefined : { kind: 'realisation', parent: action }
}

export const listFields = (kind: PlanThingKind): readonly string[] =>
	kind === 'action' ? actionFields : realisationFields

/** A thing in which nothing is written yet. */
export const emptyFields = (kind: PlanThingKind): Fields => ({
	...Object.fromEntries(listFields(kind).map((name) => [name, ''])),
	state: kind === 'action' ? planStates[0] : 'done',
})

/** Ids that an action waits for. */
export const splitNeeds = (fields: Fields): string[] =>
	(fields['needs'] ?? '').split(' ').filter((one) => one !== '')

const toList = (text: string): string[] => text.split(/[\s,;]+/u).filter((one) => one !== '')

const { compare: compareIds } = new Intl.Collator('en', { numeric: true })

/** One spelling of a field: composed letters, no spaces around, lists in their order. */
export const tidyField = (name: string, value: string): string => {
	const text = value.normalize('NFC').replaceAll(/\r\n?/gu, '\n').trim()
	if (name === 'needs') return [...new Set(toList(text))].sort(compareIds).join(' ')
	if (name !== 'audiences') return text
	const named = new Set(toList(text))
	const known = planAudiences.filter((one) => named.has(one))
	return [...known, ...[...named].filter((one) => !planAudiences.some((audience) => audience === one))].join(
		' ',
	)
}
