import { protectiveActs, type Scenario, type ScenarioGraph, type ScenarioWords } from './scenario.ts'

/** A way to an end has at most so many steps. */
export const longestWay = 12

const getTargets = (graph: ScenarioGraph, id: string): string[] =>
	Object.values(graph.steps[id]?.choices ?? {}).map(({ to }) => to)

/** Everything that can be reached from the start, the start included. */
const findReached = (graph: ScenarioGraph): Set<string> => {
	const reached = new Set<string>()
	const waiting = [graph.start]
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
		if (reached.has(id)) continue
		reached.add(id)
		waiting.push(...getTargets(graph, id))
	}
	return reached
}

/** Steps on the longest way from a step to an end; infinite where the way turns in a circle. */
const measureWay = (graph: ScenarioGraph, id: string, known: Map<string, number>): number => {
	if (!Object.hasOwn(graph.steps, id)) return 0
	const length = known.get(id)
	if (length !== undefined) return length
	known.set(id, Infinity) // met again before it is measured: a circle
	const way = 1 + Math.max(...getTargets(graph, id).map((to) => measureWay(graph, to, known)))
	known.set(id, way)
	return way
}

/** People who are named to harm or to be there, and have no face. */
const findFaceFaults = ({ faces, harms, here }: ScenarioGraph): string[] => [
	...(Object.hasOwn(faces, 'me') ? [] : ['faces.me: is missing']),
	...[...harms, ...here].filter((id) => !Object.hasOwn(faces, id)).map((id) => `faces.${id}: is missing`),
]

/**
 * Finds what is wrong with the graph of a scenario; empty when nothing is. A sound graph has no dead end, reaches every step and
 * end, turns in no circle and ends within {@link longestWay} steps.
 */
export const findGraphFaults = (graph: ScenarioGraph): string[] => {
	const isStep = (id: string): boolean => Object.hasOwn(graph.steps, id)
	const exists = (id: string): boolean => isStep(id) || Object.hasOwn(graph.ends, id)
	if (!isStep(graph.start)) return [`start: there is no step ${graph.start}`]
	const nowhere = Object.entries(graph.steps).flatMap(([id, { choices }]) =>
		Object.entries(choices)
			.filter(([, { to }]) => !exists(to))
			.map(([choice, { to }]) => `steps.${id}.choices.${choice}: leads to ${to}, which is not there`),
	)
	if (nowhere.length > 0) return nowhere
	const twice = Object.keys(graph.ends).filter(isStep)
	const reached = findReached(graph)
	const lost = [...Object.keys(graph.steps), ...Object.keys(graph.ends)].filter((id) => !reached.has(id))
	const way = measureWay(graph, graph.start, new Map())
	const steps = Object.values(graph.steps)
	const protective = steps.filter(({ choices }) =>
		Object.values(choices).some(({ does }) => (protectiveActs as readonly string[]).includes(does)),
	)
	const fakes = Object.entries(graph.steps).filter(
		([, { choices }]) => new Set(Object.values(choices).map(({ to }) => to)).size === 1,
	)
	return [
		...findFaceFaults(graph),
		...twice.map((id) => `ends.${id}: a step has the same name`),
		...lost.map((id) => `${id}: no way leads there`),
		...(way === Infinity ? ['steps: a way turns in a circle'] : []),
		...(way !== Infinity && way > longestWay
			? [`steps: a way has ${way} steps, at most ${longestWay} are allowed`]
			: []),
		...(protective.length * 2 < steps.length ? ['steps: fewer than half offer an act that protects'] : []),
		...fakes.map(([id]) => `steps.${id}: all choices lead to the same place`),
	]
}

const compareKeys = (place: string, wanted: object, given: object): string[] => [
	...Object.keys(wanted)
		.filter((id) => !Object.hasOwn(given, id))
		.map((id) => `${place}.${id}: is missing`),
	...Object.keys(given)
		.filter((id) => !Object.hasOwn(wanted, id))
		.map((id) => `${place}.${id}: is not in scenario.yaml`),
]

/** Finds where the words of a scenario and its graph do not match; empty when they do. */
export const findWordFaults = (graph: ScenarioGraph, words: ScenarioWords): string[] => [
	...compareKeys('people', graph.faces, words.people),
	...compareKeys('steps', graph.steps, words.steps),
	...compareKeys('ends', graph.ends, words.ends),
	...Object.entries(graph.steps).flatMap(([id, step]) =>
		compareKeys(`steps.${id}.choices`, step.choices, words.steps[id]?.choices ?? step.choices),
	),
	...Object.entries(words.steps).flatMap(([id, { say }]) =>
		say
			.filter(({ by }) => by !== 'story' && !Object.hasOwn(words.people, by))
			.map(({ by }) => `steps.${id}.say: ${by} is not among the people`),
	),
]

/**
 * Finds what is wrong with the scenarios as a whole: a true picture of risk has mostly known people and peers among those who
 * harm, and boys and girls among those who are harmed (rule R4 of the programme's evidence).
 */
export const findPictureFaults = (scenarios: readonly Scenario[]): string[] => {
	const withOffender = scenarios.filter(({ offender }) => offender !== 'none')
	const near = withOffender.filter(({ offender }) => offender === 'known' || offender === 'peer')
	const has = (target: Scenario['target']): boolean =>
		scenarios.some((scenario) => scenario.target === target)
	return [
		...(near.length < 0.6 * withOffender.length
			? [`${near.length} of ${withOffender.length} offenders are known or peers, wanted 60 %`]
			: []),
		...(has('boy') && has('girl') ? [] : ['boys and girls must both be among the targets']),
	]
}
