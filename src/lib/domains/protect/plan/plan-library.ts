import { languages, type Language } from '#base'
import { checkAddresses, checkTerms, ContentError, type Library } from '#domains/guide'
import type { DeviceScreen } from '#tools/drawing/device-screen'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import * as v from 'valibot'
import { resolversFile } from '../resolver.ts'
import { deviceScreen, findInvented } from '../screens/index.ts'
import { targets } from '../targets/all.ts'
import { bands, devices, networks, services } from './family/family.ts'
import { getFirmness, holds, type PlanRules, type PlanStep, type PlanValues } from './plan-step.ts'

const folder = 'content/protect/plan'
const id = v.pipe(v.string(), v.regex(/^[a-z\d]+(-[a-z\d]+)*$/u, 'must be lower-case words'), v.maxLength(40))
const line = (most: number) =>
	v.pipe(v.string(), v.nonEmpty(), v.maxLength(most, `must be ${most} characters at most`))
const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))
const bandEntries = <Schema extends v.GenericSchema>(schema: Schema) =>
	v.strictObject(
		Object.fromEntries(bands.map((band) => [band, schema])) as Record<(typeof bands)[number], Schema>,
	)

const step = v.strictObject({
	id,
	topics: v.pipe(v.array(id), v.nonEmpty('must name at least one topic')),
	does: v.picklist(['enable', 'limit']),
	reach: v.picklist(['device', 'account', 'network', 'people']),
	minutes,
	cost: v.union([
		v.literal(0),
		v.strictObject({
			dirhams: v.pipe(v.number(), v.minValue(1)),
			every: v.picklist(['month', 'year', 'once']),
			source: id,
		}),
	]),
	effect: v.picklist([1, 2, 3]),
	needs: v.optional(
		v.strictObject({
			devices: v.optional(v.array(v.picklist(devices))),
			networks: v.optional(v.array(v.picklist(networks))),
			services: v.optional(v.array(v.picklist(services))),
		}),
		{},
	),
	bands: bandEntries(v.optional(v.picklist(holds))),
	link: v.optional(
		v.union([
			v.strictObject({ guide: id }),
			v.strictObject({ file: id }),
			v.strictObject({ page: v.pipe(v.string(), v.regex(/^[a-z-]+(\/[a-z-]+)*$/u)) }),
		]),
	),
	/** A screen of its own without labels, or that of a goal of its guide, the first is 1. */
	screen: v.optional(v.union([deviceScreen, v.strictObject({ goal: v.pipe(v.number(), v.minValue(1)) })])),
	verify: v.picklist(['is-it-on', 'by-hand']),
	shows: v.optional(v.picklist(['private-dns', 'addresses', 'agreed'])),
})

/** Schema of `content/protect/plan/steps.yaml`. */
const rulesFile = v.strictObject({
	review: bandEntries(v.pipe(v.number(), v.integer(), v.minValue(7), v.maxValue(366))),
	steps: v.pipe(
		v.array(step),
		v.check((all) => new Set(all.map((one) => one.id)).size === all.length, 'must have ids that differ'),
	),
})

const reviewState = v.union([
	v.literal('none'),
	v.strictObject({ by: v.string(), on: v.pipe(v.string(), v.isoDate()) }),
])

/** Schema of `content/protect/plan/<language>.yaml`. */
const wordsFile = v.strictObject({
	intro: line(300),
	cost: line(260),
	networks: v.strictObject({ box: line(260), router: line(260), mobile: line(260), shared: line(260) }),
	bands: bandEntries(v.strictObject({ talk: line(320), rule: line(160), loosen: line(220) })),
	steps: v.record(
		v.string(),
		v.strictObject({
			title: line(70),
			protects: line(170),
			cannot: line(170),
			how: v.pipe(v.array(line(170)), v.minLength(1), v.maxLength(3)),
			see: line(170),
		}),
	),
	review: v.strictObject({ native: reviewState, specialist: reviewState }),
	checked: v.pipe(v.string(), v.isoDate('must be a date such as 2026-11-24')),
})
export type PlanWords = v.InferOutput<typeof wordsFile>

/** The rules of the plan and its words in every language, checked. */
export type PlanContent = {
	rules: PlanRules
	words: Readonly<Record<Language, PlanWords>>
	values: PlanValues
	/** Topics of each step, those it helps most first: for the pages that lead to it, not for the rules. */
	topics: readonly { id: string; topics: readonly string[] }[]
}

/** True for a file whose canary names a browser can ask for. */
const canBeSeen = (link: PlanStep['link']): boolean =>
	link !== undefined &&
	'file' in link &&
	targets.some(({ id, verify }) => id === link.file && verify !== 'by-hand')

const findStepFaults = ({ id: name, does, bands: own, link, verify }: PlanStep): string[] => {
	const firmness = bands.map((band) => getFirmness(own[band]))
	const rises = firmness.some((value, index) => index > 0 && value > (firmness[index - 1] ?? 0))
	const restricts = firmness.some((value) => value > 0)
	return [
		...(does === 'limit' && rises ? [`step ${name} gets stricter with age`] : []),
		...(does === 'enable' && restricts ? [`step ${name} restricts, so it is a limit`] : []),
		...(verify === 'is-it-on' && !canBeSeen(link)
			? [`step ${name} promises the check page, which cannot see what it puts in place`]
			: []),
		...(link && 'file' in link && !targets.some((target) => target.id === link.file)
			? [`step ${name} leads to the file ${link.file}, which is no target`]
			: []),
	]
}

const findLinkFaults = (
	{ id: name, link }: PlanStep,
	files: ReadonlyMap<string, string>,
	library: Library,
): string[] => {
	if (link && 'guide' in link && !files.has(`content/protect/guides/${link.guide}/guide.yaml`))
		return [`step ${name} leads to the guide ${link.guide}, which is not there`]
	if (!link || !('page' in link) || link.page === 'help') return []
	const [audience = '', topic = ''] = link.page.split('/')
	const found = library.topics.find((one) => one.id === topic)
	return found && (found.audiences as readonly string[]).includes(audience)
		? []
		: [`step ${name} leads to the page ${link.page}, which is not there`]
}

const findWordFaults = (rules: PlanRules, words: PlanWords): string[] => {
	const wanted = new Set(rules.steps.map((one) => one.id))
	const given = new Set(Object.keys(words.steps))
	return [
		...[...wanted].filter((name) => !given.has(name)).map((name) => `has no words for step ${name}`),
		...[...given]
			.filter((name) => !wanted.has(name))
			.map((name) => `has words for ${name}, which is no step`),
	]
}

type StepTopics = PlanContent['topics']
type StepOfFile = v.InferOutput<typeof step>

/** What a guide's file says of its screens; the rest is checked where guides are read. */
const guideScreens = v.object({ screens: v.array(deviceScreen) })

/** The screen of a step; a goal is looked up in the guide that the step leads to. */
const findScreen = (
	{ link, screen }: StepOfFile,
	files: ReadonlyMap<string, string>,
): DeviceScreen | undefined => {
	if (!screen || 'app' in screen) return screen
	const text =
		link && 'guide' in link ? files.get(`content/protect/guides/${link.guide}/guide.yaml`) : undefined
	const guide = text === undefined ? undefined : parseTypedYaml(text, guideScreens)
	return guide?.ok ? guide.value.screens[screen.goal - 1] : undefined
}

const findScreenFaults = (one: StepOfFile, files: ReadonlyMap<string, string>): string[] => {
	if (!one.screen) return []
	if ('app' in one.screen) return findInvented([one.screen], []).map((fault) => `step ${one.id}: ${fault}`)
	return findScreen(one, files) ? [] : [`step ${one.id} shows a goal that its guide does not have`]
}

/** The rules go to the page that plans; the topics of their steps stay. */
const splitTopics = (
	read: v.InferOutput<typeof rulesFile> | undefined,
	files: ReadonlyMap<string, string>,
): { rules: PlanRules | undefined; topics: StepTopics } => {
	const parts = (read?.steps ?? []).map(({ topics, screen, ...rest }) => {
		const shown = findScreen({ topics, screen, ...rest }, files)
		return { topics, rest: { ...rest, ...(shown && { screen: shown }) } }
	})
	return {
		rules: read && { ...read, steps: parts.map(({ rest }) => rest) },
		topics: parts.map(({ topics, rest }) => ({ id: rest.id, topics })),
	}
}

const findTopicFaults = (steps: StepTopics, library: Library): string[] =>
	steps.flatMap((one) =>
		one.topics
			.filter((topic) => !library.topics.some((known) => known.id === topic))
			.map((topic) => `step ${one.id} names the topic ${topic}, which is not there`),
	)

/**
 * Reads the family plan.
 *
 * @param files - path from the project's root (`content/…`) to text
 * @throws ContentError that names every fault with file and line
 */
export const buildPlanContent = (files: ReadonlyMap<string, string>, library: Library): PlanContent => {
	const wrong: string[] = []
	const read = <Schema extends v.GenericSchema>(
		name: string,
		schema: Schema,
	): v.InferOutput<Schema> | undefined => {
		const text = files.get(name)
		const parsed = text === undefined ? undefined : parseTypedYaml(text, schema)
		if (parsed === undefined) wrong.push(`${name}:1: is missing`)
		else if (!parsed.ok)
			wrong.push(...parsed.issues.map(({ path, message }) => `${name}:${path}: ${message}`))
		return parsed?.ok ? parsed.value : undefined
	}
	const refuse = (name: string, faults: readonly string[]): void => {
		wrong.push(...faults.map((fault) => `${name}:1: ${fault}`))
	}
	const written = read(`${folder}/steps.yaml`, rulesFile)
	const { rules, topics } = splitTopics(written, files)
	for (const one of written?.steps ?? []) refuse(`${folder}/steps.yaml`, findScreenFaults(one, files))
	const resolvers = read('content/protect/resolvers.yaml', resolversFile) ?? []
	const first = resolvers.find(({ offer }) => offer === 'first')
	const dns = first?.dot
	if (dns === undefined || first?.ipv4.length === 0)
		wrong.push('content/protect/resolvers.yaml:1: the first has no name for Private DNS, or no addresses')
	for (const one of rules?.steps ?? [])
		refuse(`${folder}/steps.yaml`, [...findStepFaults(one), ...findLinkFaults(one, files, library)])
	refuse(`${folder}/steps.yaml`, findTopicFaults(topics, library))
	const words = languages.map((language) => {
		const name = `${folder}/${language}.yaml`
		const own = read(name, wordsFile)
		const text = files.get(name) ?? ''
		refuse(name, [...checkTerms(text, library.terms[language] ?? []), ...checkAddresses(text)])
		if (rules && own) refuse(name, findWordFaults(rules, own))
		return [language, own] as const
	})
	if (!rules || dns === undefined || wrong.length > 0)
		throw new ContentError(`content cannot be shown:\n${wrong.join('\n')}`)
	const values = { 'private-dns': dns, addresses: (first?.ipv4 ?? []).join(' · ') }
	return { rules, values, topics, words: Object.fromEntries(words) as Record<Language, PlanWords> }
}
