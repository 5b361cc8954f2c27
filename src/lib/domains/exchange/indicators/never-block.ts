/** Names that are never blocked as a whole: endings under which anybody has a name, and what many need (`content/exchange/never-block.yaml`). */
import { parse } from 'tldts'
import * as v from 'valibot'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import { toCanonicalValue } from './canonical-value.ts'

/** Names as they stand in the content. */
export type NeverBlock = ReadonlySet<string>

const file = v.pipe(
	v.array(
		v.strictObject({
			id: v.pipe(v.string(), v.regex(/^[a-z-]+$/u)),
			source: v.pipe(v.string(), v.nonEmpty()),
			names: v.pipe(
				v.array(
					v.pipe(
						v.string(),
						v.check((name) => isName(name), 'is no name in lower case'),
					),
				),
				v.nonEmpty(),
			),
		}),
	),
	v.nonEmpty(),
)

/** A whole name, or an ending of one label. */
const isName = (text: string): boolean => toCanonicalValue('domain', `x.${text}`) === `x.${text}`

/** Reads the content. @throws Error with the line of each fault */
export const readNeverBlock = (text: string): NeverBlock => {
	const parsed = parseTypedYaml(text, file)
	if (!parsed.ok)
		throw new Error(
			`reading content/exchange/never-block.yaml: ${parsed.issues.map(({ path, message }) => `${path} ${message}`).join('; ')}`,
		)
	return new Set(parsed.value.flatMap(({ names }) => names))
}

const listParents = (name: string): string[] => {
	const labels = name.split('.')
	return labels.map((_, place) => labels.slice(place).join('.'))
}

/** `indicator.ending`: anybody has a name under it. `indicator.needed`: it stands in the list, or below a name that does. */
export type BlockRefusal = 'indicator.ending' | 'indicator.needed'

/** Why a name may not be blocked; `undefined` when it may. */
export const findBlockRefusal = (name: string, never: NeverBlock): BlockRefusal | undefined => {
	const { domain, isPrivate, publicSuffix } = parse(name, { allowPrivateDomains: true })
	if (domain === null || domain === '') return 'indicator.ending'
	// The name of one tenant of a host is not the host's, unless the list has the very ending under which tenants stand.
	const isAsked = (one: string): boolean =>
		isPrivate !== true || one === publicSuffix || one.endsWith(`.${publicSuffix ?? ''}`)
	return listParents(name).some((one) => isAsked(one) && never.has(one)) ? 'indicator.needed' : undefined
}
