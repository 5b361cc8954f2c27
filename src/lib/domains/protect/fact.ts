import * as v from 'valibot'

/** An id in lower case: `cloudflare-family`, `no-adult-filter`. */
export const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'must be lower-case words'))

/** Confidence: how well a source bears a fact. */
export const confidence = v.picklist(['sure', 'likely', 'unverified'])

/** Year, month or day on which a source last showed a fact. */
export const seen = v.pipe(
	v.string(),
	v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/u, 'must be a year, month or day'),
)

export const httpsUrl = v.pipe(
	v.string(),
	v.regex(/^https:\/\/[a-z0-9.-]+(:\d+)?(\/[\w./~%-]*)?$/u, 'must be a plain https address'),
)

/** Source of a fact. */
export const sources = v.pipe(v.array(httpsUrl), v.nonEmpty('must name a source'))

/** Level of a filter: `gentle` is safe search, `balanced` suits teens, `strict` suits children under 12. */
export const levels = ['gentle', 'balanced', 'strict'] as const
export type Level = (typeof levels)[number]
export const level = v.picklist(levels)
