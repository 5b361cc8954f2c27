import { parseTypedYaml } from '#tools/files/typed-yaml'
import * as v from 'valibot'

const text = v.pipe(v.string(), v.nonEmpty())
const isoDay = v.pipe(v.string(), v.isoDate('must be a date such as 2026-12-01'))

/** Schema of `content/programme/mirrors.yaml`. `checked`: the day on which somebody of ours last verified it. */
const mirrorsFile = v.array(
	v.strictObject({
		address: v.pipe(v.string(), v.regex(/^https:\/\/[a-z0-9.-]+$/u, 'must be https and a host name')),
		host: v.strictObject({ ar: text, fr: text, zgh: text, en: text }),
		since: isoDay,
		checked: isoDay,
	}),
)

/** A copy that we know of. */
export type KnownMirror = v.InferOutput<typeof mirrorsFile>[number]

/** Reads the list of copies. Throws for what is none, with line and reason: it is ours, and read at the build. */
export const parseMirrors = (yaml: string): KnownMirror[] => {
	const read = parseTypedYaml(yaml, mirrorsFile)
	if (read.ok) return read.value
	throw new Error(`content/programme/mirrors.yaml: ${JSON.stringify(read.issues)}`)
}
