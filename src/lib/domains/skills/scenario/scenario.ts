import { languages } from '#base'
import { checkedOn, line, pictures, reviewed, slug } from '#domains/guide'
import * as v from 'valibot'

/** For whom a scenario, a quiz or a lesson is written. */
export const readers = ['children', 'teens', 'parents', 'teachers'] as const
export type Reader = (typeof readers)[number]

/** Kinds of choices. The first group protects; a scenario offers it in at least half of its steps. */
export const protectiveActs = [
	'asks-help',
	'keeps-proof',
	'reports',
	'blocks',
	'refuses',
	'checks',
	'supports',
] as const
const otherActs = ['answers', 'leaves', 'gives-in', 'waits', 'shares'] as const

/**
 * Kinds of apps in which a story happens, each drawn in our own way and never as a brand: a conversation of two, a group, the talk beside a game,
 * words over a video, letters, an advertisement. `person` is no app: people stand before each other.
 */
export const apps = ['messenger', 'group', 'game', 'video', 'mail', 'market', 'person'] as const
export type App = (typeof apps)[number]

/** The face of who is no person: an account, an office, a voice. */
export const nobody = 'nobody'

const key = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'must be lower-case words joined by -'))

const choice = v.strictObject({ does: v.picklist([...protectiveActs, ...otherActs]), to: key })

const step = v.strictObject({
	/** People who write to each other elsewhere stand before each other here. */
	isInPerson: v.optional(v.boolean(), false),
	choices: v.pipe(
		v.record(key, choice),
		v.check((choices) => {
			const count = Object.keys(choices).length
			return count >= 2 && count <= 3
		}, 'must offer two or three choices'),
	),
})

const few = <Entry>(most: number) =>
	v.check<Record<string, Entry>, string>(
		(all) => Object.keys(all).length <= most,
		`must have ${most} entries at most`,
	)

const end = v.strictObject({
	outcome: v.picklist(['safe', 'harder']),
	doors: v.pipe(v.array(slug), v.nonEmpty('must name at least one door')),
})

/** Schema of `scenario.yaml`: the graph of a scenario, without words. */
export const scenarioGraph = v.strictObject({
	topic: slug,
	readers: v.picklist(readers),
	setting: v.picklist(['chat', 'game', 'group', 'mail', 'market', 'call', 'school']),
	app: v.picklist(apps),
	/** The face that speaks: somebody of the cast of the pictures (`content/scenes/cast.yaml`), or `nobody`. */
	faces: v.record(key, key),
	/** Those of them who do harm by what is said. */
	harms: v.optional(v.array(key), []),
	/** Those of them who are there, or on the telephone, and write nothing. */
	here: v.optional(v.array(key), []),
	picture: v.picklist(pictures),
	/** The person who does harm. */
	offender: v.picklist(['known', 'peer', 'stranger', 'company', 'none']),
	/** The person who is harmed. */
	target: v.picklist(['boy', 'girl', 'adult']),
	/** The reader helps somebody else. */
	friend: v.boolean(),
	start: key,
	steps: v.pipe(v.record(key, step), few(40)),
	ends: v.pipe(v.record(key, end), few(10)),
})
export type ScenarioGraph = v.InferOutput<typeof scenarioGraph>
export type ScenarioEnd = v.InferOutput<typeof end>

/** Schema of `<lang>.yaml`: the words of a scenario by the ids of its graph. */
export const scenarioWords = v.strictObject({
	title: line(60),
	intro: line(400),
	people: v.record(key, v.string()),
	steps: v.record(
		key,
		v.strictObject({
			say: v.pipe(
				v.array(v.strictObject({ by: key, text: line(160) })),
				v.minLength(1, 'must have at least one bubble'),
				v.maxLength(5, 'must have five bubbles at most'),
			),
			ask: v.optional(line(120)),
			choices: v.record(key, line(90)),
		}),
	),
	ends: v.record(
		key,
		v.strictObject({ title: line(70), text: line(500), who: line(200), how: line(200), words: line(200) }),
	),
	review: reviewed,
	checked: checkedOn,
})
export type ScenarioWords = v.InferOutput<typeof scenarioWords>

/** Lines of what the story tells and offers: without what people in it say, which is Darija in Arabic. */
export const toTold = ({ title, intro, steps, ends }: ScenarioWords): string[] => [
	title,
	intro,
	...Object.values(steps).flatMap(({ say, ask, choices }) => [
		...say.filter(({ by }) => by === 'story').map(({ text }) => text),
		...(ask === undefined ? [] : [ask]),
		...Object.values(choices),
	]),
	...Object.values(ends).flatMap((end) => [end.title, end.text, end.who, end.how]),
]

/** A conversation in which the reader acts: its graph, and its words in the languages that have them. */
export type Scenario = ScenarioGraph & {
	id: string
	words: Partial<Record<(typeof languages)[number], ScenarioWords>>
}
