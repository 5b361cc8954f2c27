/** A column. `pattern` and `oneOf`: what its texts are. */
export type TableField = {
	name: string
	type: 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'datetime'
	description: string
	isRequired?: boolean
	oneOf?: readonly string[]
	pattern?: string
}

/** A table as a file, with what its columns are. `key`: columns that tell its lines apart. */
export type PackagedTable = {
	name: string
	title: string
	description: string
	path: string
	/** Of the file, in bytes and as SHA-256 in hex. */
	bytes: number
	sha256: string
	fields: readonly TableField[]
	key: readonly string[]
	foreign?: readonly { fields: readonly string[]; resource: string; theirs: readonly string[] }[]
}

export type DataPackage = {
	name: string
	title: string
	description: string
	version: string
	created: Date
	homepage: string
	licence: { name: string; path: string; title: string }
	tables: readonly PackagedTable[]
}

const toField = ({ name, type, description, isRequired, oneOf, pattern }: TableField) => ({
	name,
	type,
	description,
	constraints: {
		...(isRequired === true ? { required: true } : {}),
		...(oneOf ? { enum: oneOf } : {}),
		...(pattern === undefined ? {} : { pattern }),
	},
})

const toResource = (table: PackagedTable) => ({
	name: table.name,
	type: 'table',
	title: table.title,
	description: table.description,
	path: table.path,
	format: 'csv',
	mediatype: 'text/csv',
	encoding: 'utf-8',
	bytes: table.bytes,
	hash: `sha256:${table.sha256}`,
	dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
	schema: {
		$schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
		fields: table.fields.map(toField),
		missingValues: [''],
		primaryKey: table.key,
		...(table.foreign
			? {
					foreignKeys: table.foreign.map(({ fields, resource, theirs }) => ({
						fields,
						reference: { resource, fields: theirs },
					})),
				}
			: {}),
	},
})

/** Describes tables, as a text. */
export const toDataPackage = (of: DataPackage): string =>
	`${JSON.stringify(
		{
			$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
			name: of.name,
			title: of.title,
			description: of.description,
			version: of.version,
			created: of.created.toISOString(),
			homepage: of.homepage,
			licenses: [of.licence],
			resources: of.tables.map(toResource),
		},
		undefined,
		'\t',
	)}\n`
