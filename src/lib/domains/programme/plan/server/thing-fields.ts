/** Lines of the plan and their rows: an empty field is nothing in a column that refers to something or is a day. */
import type { Insertable, Selectable, Updateable } from 'kysely'
import { realisationFields, titleFields, reasonFields, type Fields } from '../sheet/columns.ts'
import type { PlanTables } from './plan-tables.ts'
import { compareIds } from './plan-rows.ts'

type ActionRow = Selectable<PlanTables['plan_action']>

const pick = (row: Readonly<Record<string, unknown>>, names: readonly string[]): Fields =>
	Object.fromEntries(
		names.map((name) => {
			const value = row[name]
			return [name, typeof value === 'string' ? value : '']
		}),
	)

const plain = [
	'promise_language',
	'promise',
	'owner',
	'audiences',
	'region',
	'promised_on',
	'begun_on',
	'ended_on',
	'state',
	'source',
]

export const toActionFields = (row: ActionRow, needs: readonly string[]): Fields => ({
	...pick(row, [...titleFields, ...plain, ...reasonFields]),
	due: row.due_now ?? '',
	needs: needs.toSorted(compareIds).join(' '),
})

export const toRealisationFields = (row: Selectable<PlanTables['plan_realisation']>): Fields =>
	pick(row, realisationFields)

const filled = (fields: Fields, name: string): string | null => fields[name] || null

const pickTexts = <Name extends string>(fields: Fields, name: Name) =>
	({
		[`${name}_ar`]: fields[`${name}_ar`] ?? '',
		[`${name}_fr`]: fields[`${name}_fr`] ?? '',
		[`${name}_zgh`]: fields[`${name}_zgh`] ?? '',
		[`${name}_en`]: fields[`${name}_en`] ?? '',
	}) as Record<`${Name}_${'ar' | 'fr' | 'zgh' | 'en'}`, string>

/** Columns that a line of an action fills. Its fields were checked. */
export const toActionColumns = (fields: Fields) =>
	({
		...pickTexts(fields, 'title'),
		...pickTexts(fields, 'reason'),
		promise: fields['promise'] ?? '',
		promise_language: fields['promise_language'] ?? '',
		owner: filled(fields, 'owner'),
		region: filled(fields, 'region'),
		audiences: fields['audiences'] ?? '',
		source: fields['source'] ?? '',
		promised_on: filled(fields, 'promised_on'),
		due_now: filled(fields, 'due'),
		begun_on: filled(fields, 'begun_on'),
		ended_on: filled(fields, 'ended_on'),
		state: (fields['state'] ?? 'promised') as ActionRow['state'],
	}) satisfies Updateable<PlanTables['plan_action']>

export const toRealisationColumns = (fields: Fields) =>
	({
		...pickTexts(fields, 'title'),
		...pickTexts(fields, 'note'),
		done_on: fields['done_on'] ?? '',
		state: fields['state'] === 'begun' ? 'begun' : 'done',
	}) satisfies Updateable<PlanTables['plan_realisation']>

/** The first due date: set once; until the action is published it follows the date that is set. */
export const toDueFirst = (
	row: Pick<ActionRow, 'due_first' | 'published_version'> | undefined,
	due: string | null,
): string | null =>
	row?.published_version !== null && row?.published_version !== undefined ? (row.due_first ?? due) : due

/** A new action, with whoever made it. */
export const toNewAction = (
	{ id, initiative, fields }: { id: string; initiative: string; fields: Fields },
	{ by, day }: { by: string; day: string },
): Insertable<PlanTables['plan_action']> => ({
	id,
	initiative,
	...toActionColumns(fields),
	due_first: filled(fields, 'due'),
	is_demonstration: false,
	made_by: by,
	changed_on: day,
	version: 1,
	published_version: null,
})
