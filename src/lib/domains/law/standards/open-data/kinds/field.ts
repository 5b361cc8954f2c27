import type { LawTexts } from '../../../corpus/law-words.ts'
import type { Law } from '../../../corpus/law.ts'
import type { Cell } from '../csv.ts'

/** A JSON Schema of a single value. */
export type ValueSchema = Readonly<Record<string, unknown>>

/** A field of a record: what it is called, what it means, which values it may hold, and where it comes from. */
export type Field<Entry> = {
	name: string
	/** In plain English, for the schema. */
	about: string
	schema: ValueSchema
	read: (entry: Entry, law: Law) => Cell
}

type Read<Entry, Value> = (entry: Entry, law: Law) => Value

const orBlank = (schema: ValueSchema): ValueSchema => ({ anyOf: [schema, { type: 'null' }] })

const filled = { type: 'string', minLength: 1 }

/** Makes the fields of one kind of record. Every maker takes name, meaning and where the value comes from. */
export const fieldsOf = <Entry>() => {
	const field =
		<Value extends Cell>(schema: ValueSchema) =>
		(name: string, about: string, read: Read<Entry, Value>): Field<Entry> => ({ name, about, schema, read })
	return {
		id: field<string>({ type: 'string', pattern: '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$' }),
		/** May be blank (`null`): nobody has found it yet. */
		text: field<string | null>(orBlank(filled)),
		day: field<string | null>(orBlank({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
		count: field<number | null>(orBlank({ type: 'integer', minimum: 0 })),
		flag: field<boolean | null>(orBlank({ type: 'boolean' })),
		path: field<string | null>(orBlank({ type: 'string', pattern: '^/' })),
		list: field<readonly string[]>({ type: 'array', items: filled }),
		choice: (name: string, about: string, values: readonly string[], read: Read<Entry, string | null>) =>
			field<string | null>({ enum: [...values, null] })(name, about, read),
		/** One field for each language of the records. */
		texts: (name: string, about: string, read: Read<Entry, LawTexts | null>): Field<Entry>[] =>
			(['ar', 'fr', 'en'] as const).map((language) => ({
				name: `${name}_${language}`,
				about: `${about} (${language})`,
				schema: orBlank(filled),
				read: (entry, law) => read(entry, law)?.[language] ?? null,
			})),
	}
}
