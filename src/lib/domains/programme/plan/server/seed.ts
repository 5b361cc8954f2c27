import { languages } from '#base'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import * as v from 'valibot'
import text from '../../../../../../content/programme/plan.yaml?raw'
import { evidenceKinds, planAudiences, planStates } from '../plan.ts'

const someWords = v.pipe(v.string(), v.minLength(1))
const words = v.strictObject({ ar: someWords, fr: someWords, zgh: someWords, en: someWords })
const civilDay = v.pipe(v.string(), v.isoDate())

const evidence = v.strictObject({
	kind: v.picklist(evidenceKinds),
	reference: someWords,
	seenOn: v.optional(civilDay),
	confidence: v.picklist(['sure', 'likely', 'unverified']),
	isIndependent: v.boolean(),
	note: v.optional(words),
})

const realisation = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^i\d-a\d+-r\d+$/u)),
	title: words,
	doneOn: v.optional(civilDay),
	state: v.picklist(['begun', 'done']),
	evidence: v.array(evidence),
	note: v.optional(words),
})

const action = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^i\d-a\d+$/u)),
	title: words,
	promise: v.optional(v.strictObject({ language: v.picklist(languages), words: someWords })),
	audiences: v.array(v.picklist(planAudiences)),
	state: v.picklist(planStates),
	evidence: v.array(evidence),
	realisations: v.optional(v.array(realisation), []),
})

const seed = v.strictObject({
	changedOn: civilDay,
	source: someWords,
	initiatives: v.array(
		v.strictObject({ id: v.pipe(v.string(), v.regex(/^i\d$/u)), title: words, actions: v.array(action) }),
	),
})

/** The plan of the founding document, as `content/programme/plan.yaml` has it. */
export type PlanSeed = v.InferOutput<typeof seed>
export type SeedAction = PlanSeed['initiatives'][number]['actions'][number]

const read = (): PlanSeed => {
	const parsed = parseTypedYaml(text, seed)
	if (parsed.ok) return parsed.value
	const first = parsed.issues[0]
	throw new Error(`content/programme/plan.yaml:${first?.path ?? '1'}: ${first?.message ?? 'is wrong'}`)
}

/** Read when the server is built into memory: wrong content stops the start. */
export const planSeed: PlanSeed = read()
