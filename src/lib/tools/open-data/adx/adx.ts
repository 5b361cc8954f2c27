import { element, toXmlFile } from '../index.ts'

/** Numbers of one place in one time. */
export type AdxGroup = {
	/** Code of a place, as both sides know it. */
	orgUnit: string
	/** First day, and how long from there: `P3M`, `P1M`, `P1Y`. */
	from: string
	duration: string
	values: readonly { dataElement: string; value: number }[]
}

/** A decimal, never with an exponent. */
const toDecimal = (value: number): string =>
	/e/u.test(String(value)) ? value.toFixed(12).replace(/\.?0+$/u, '') : String(value)

/** Writes numbers; places without any are left out, as the schema has no group without a number. */
export const toAdxFile = (groups: readonly AdxGroup[], made: Date): string =>
	toXmlFile(
		element(
			'adx',
			{ xmlns: 'urn:ihe:qrph:adx:2015', exported: made.toISOString() },
			...groups
				.filter(({ values }) => values.length > 0)
				.map(
					({ orgUnit, from, duration, values }) =>
						`\n${element(
							'group',
							{ orgUnit, period: `${from}/${duration}` },
							...values.map(({ dataElement, value }) =>
								element('dataValue', { dataElement, value: toDecimal(value) }),
							),
						)}`,
				),
		),
	)
