/** The way back from a topic to all that names it: stories, lessons, guides, steps of a plan. */
export { findOfTopic } from './of-topic.ts'
