/** One number, under codes that both sides know. `period` as DHIS2 writes it: `2026`, `2026Q4`, `202611`, `2026Sep`. */
export type Dxf2Value = {
	dataElement: string
	period: string
	orgUnit: string
	value: number
	comment?: string | undefined
}

/**
 * Writes a set of numbers. Sent twice it is an update: place, time and element are the key. Codes are meant by
 * `?idScheme=CODE`; try with `?dryRun=true` first.
 */
export const toDxf2File = (dataSet: string, values: readonly Dxf2Value[]): string =>
	`${JSON.stringify(
		{
			dataSet,
			dataValues: values.map(({ value, comment, ...key }) => ({
				...key,
				value: String(value),
				...(comment === undefined ? {} : { comment }),
			})),
		},
		undefined,
		'\t',
	)}\n`

/** JSON Schema of what is written, to check it before it is sent. */
export const dxf2Schema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	title: 'Data values for DHIS2 (DXF2)',
	type: 'object',
	required: ['dataSet', 'dataValues'],
	additionalProperties: false,
	properties: {
		dataSet: { type: 'string', pattern: '^[A-Z0-9_]+$' },
		dataValues: {
			type: 'array',
			items: {
				type: 'object',
				required: ['dataElement', 'period', 'orgUnit', 'value'],
				additionalProperties: false,
				properties: {
					dataElement: { type: 'string', pattern: '^[A-Z0-9_]+$' },
					period: { type: 'string', pattern: '^[0-9]{4}(Q[1-4]|[0-9]{2}|Sep)?$' },
					orgUnit: { type: 'string', pattern: '^MA(-([0-9]{2}|[A-Z]{3}))?$' },
					value: { type: 'string', pattern: '^-?[0-9]+(\\.[0-9]+)?$' },
					comment: { type: 'string' },
				},
			},
		},
	},
} as const
