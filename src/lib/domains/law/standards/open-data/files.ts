import type { Law } from '../../corpus/law.ts'
import type { LawDataset } from '../dataset.ts'
import { toCsv } from './csv.ts'
import { figures } from './kinds/figures.ts'
import { instruments } from './kinds/instruments.ts'
import type { DataKind } from './kinds/kind.ts'
import { mappings, questions, sources, versions } from './kinds/other-kinds.ts'
import { provisions } from './kinds/provisions.ts'
import { situations } from './kinds/situations.ts'

/** Every kind of record of the open data. */
export const dataKinds: readonly DataKind[] = [
	instruments,
	provisions,
	mappings,
	situations,
	questions,
	sources,
	versions,
	figures,
]

/** The folder of the open data on the site. */
export const dataFolder = '/law/data'

/** A file of the open data, the same on every site that serves this version. */
export type DataFile = {
	name: string
	kind: DataKind
	form: 'json' | 'csv' | 'schema'
	type: string
	text: string
}

const toSchemaPath = ({ name }: DataKind): string => `${dataFolder}/${name}.schema.json`

/** The JSON Schema (2020-12) of a kind, from the definition that its data comes from. */
export const toJsonSchema = (kind: DataKind) => ({
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	$id: toSchemaPath(kind),
	title: kind.name,
	description: kind.about,
	type: 'object',
	required: ['kind', 'version', 'day', 'licence', 'note', 'count', 'records'],
	properties: {
		$schema: { const: toSchemaPath(kind) },
		kind: { const: kind.name },
		version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
		day: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
		licence: { const: 'CC-BY-4.0' },
		note: { type: 'string' },
		count: { type: 'integer', minimum: 0 },
		records: {
			type: 'array',
			items: {
				type: 'object',
				required: kind.fields.map(({ name }) => name),
				properties: Object.fromEntries(
					kind.fields.map(({ name, about, schema }) => [name, { description: about, ...schema }]),
				),
				additionalProperties: false,
			},
		},
	},
	additionalProperties: false,
})

const toJson = (value: unknown): string => `${JSON.stringify(value, undefined, '\t')}\n`

const toKindFiles = (law: Law, dataset: LawDataset, kind: DataKind): DataFile[] => {
	const records = kind.getRecords(law)
	const names = kind.fields.map(({ name }) => name)
	const data = {
		$schema: toSchemaPath(kind),
		kind: kind.name,
		version: dataset.version,
		day: dataset.day,
		licence: 'CC-BY-4.0',
		note: dataset.noText.en,
		count: records.length,
		records,
	}
	const rows = records.map((record) => names.map((name) => record[name] ?? null))
	return [
		{ name: `${kind.name}.json`, kind, form: 'json', type: 'application/json', text: toJson(data) },
		{ name: `${kind.name}.csv`, kind, form: 'csv', type: 'text/csv', text: toCsv(names, rows) },
		{
			name: `${kind.name}.schema.json`,
			kind,
			form: 'schema',
			type: 'application/schema+json',
			text: toJson(toJsonSchema(kind)),
		},
	]
}

/** The files of every kind of record. */
export const makeDataFiles = (law: Law, dataset: LawDataset): DataFile[] =>
	dataKinds.flatMap((kind) => toKindFiles(law, dataset, kind))
