import * as v from 'valibot'
import { inLanguages } from './topic.ts'

const code = v.pipe(v.string(), v.regex(/^MA-([0-9]{2}|[A-Z]{3})$/u, 'must be an ISO 3166-2 code'))
const filled = v.pipe(v.string(), v.nonEmpty())

/** Schema of `content/country/regions.yaml`. */
export const regionsFile = v.array(
	v.strictObject({
		code,
		name: inLanguages,
		/** The regional academy of education. */
		academy: v.strictObject({ ar: filled, fr: filled }),
		units: v.pipe(
			v.array(v.strictObject({ code, name: filled, type: v.picklist(['province', 'prefecture']) })),
			v.nonEmpty(),
		),
	}),
)

/** A region of the country with its provinces and prefectures; their names are in Latin letters, as the source has them. */
export type Region = v.InferOutput<typeof regionsFile>[number]
