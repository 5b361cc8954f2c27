/** A MISP feed: events and their manifest as files that any MISP pulls (https://www.misp-project.org/feeds/). */
export {
	toMispEvent,
	toMispManifest,
	type FeedEvent,
	type FeedIndicator,
	type MispEvent,
} from './misp-feed.ts'
