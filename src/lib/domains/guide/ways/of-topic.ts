/** Anything that names the topics it is about, those it helps most first. */
export type OfTopics = { topics: readonly string[] }

/**
 * Turns the links round: everything that names a topic. First what names it first; otherwise the order stays.
 *
 * @param topic - id of a topic; one that nobody names gives nothing
 */
export const findOfTopic = <Thing extends OfTopics>(things: readonly Thing[], topic: string): Thing[] =>
	things
		.filter(({ topics }) => topics.includes(topic))
		.map((thing) => ({ thing, rank: thing.topics.indexOf(topic) }))
		.sort((one, other) => one.rank - other.rank)
		.map(({ thing }) => thing)
