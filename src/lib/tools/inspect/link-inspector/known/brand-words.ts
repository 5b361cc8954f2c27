import { type Finding, toFinding } from '../finding.ts'
import { knownNames } from './names.ts'
import { toGlance, toLatinShape } from '../shapes.ts'

/** The words of a label: `facebook-login2` is facebook, login, 2. */
export const toTokens = (label: string): string[] =>
	label
		.split(/[-_]|(?<=\D)(?=\d+$)/u)
		.filter((token) => token !== '')
		.slice(0, 20)

/** True when what is left of `label` beside `name` holds words that ask for something. */
export const hasLureBeside = (label: string, name: string, words: ReadonlySet<string>): boolean => {
	const left = label.replace(name, '-')
	return toTokens(left).some((token) => words.has(token)) || words.has(left.replaceAll('-', ''))
}

/** Known domains as they look with dashes for dots, and a dash on either side: `-cndp-ma-`, `-facebook-com-`. */
export const dashedDomains = knownNames
	.flatMap(({ domains }) => domains)
	.filter((own) => own.length > 5)
	.map((own) => [`-${own.replaceAll('.', '-')}-`, own] as const)

const distinct = knownNames.filter(({ isWord }) => !isWord)
const glances = new Map(distinct.map(({ name }) => [toGlance(name), name]))

/** A label, or a part of it, that reads as a known name and is not: `faceb00k`, `rnicrosoft`, `fàcebook-login`. */
export const checkGlance = (label: string): Finding[] => {
	for (const token of [label, ...toTokens(label), ...label.split(/[-_]/u)]) {
		const name = glances.get(toGlance(token))
		if (name !== undefined && token !== name) return [toFinding('look-alike', name)]
		const bare = toLatinShape(token)
		const inside = bare === token ? undefined : distinct.find((known) => bare.includes(known.name))
		if (inside) return [toFinding('look-alike', inside.name)]
	}
	return []
}
