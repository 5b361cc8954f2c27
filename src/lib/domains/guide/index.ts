/**
 * The guide: what the website says and how it finds the right words for a person. Topics and their pages, the doors
 * where help is, the help finder and the search. Rules only; files are read in `server/`.
 */
export { audiences, isAudience, type Audience } from './audience.ts'
export { askers, type Asker, type Channel, type Contact, type Hours } from './contact.ts'
export {
	findHelp,
	urgencies,
	type Door,
	type Help,
	type HelpBook,
	type OpenChannel,
	type Situation,
	type Urgency,
} from './help-finder.ts'
export { buildLibrary, ContentError, findPage, findPageOrFallback, type Library } from './library.ts'
export { getOpenness, type Calendar, type Openness } from './opening-hours.ts'
export {
	findPageView,
	getDoors,
	getEmergency,
	getPageLinks,
	type PageLink,
	type PageView,
} from './page-view.ts'
export { pictures, type Picture } from './picture.ts'
export { search, type SearchAnswer, type SearchResult } from './search.ts'
export { loadSearchIndex, type SearchIndex } from './search-index.ts'
export { isStale } from './source.ts'
export type { Topic } from './topic.ts'
export { sectionIds, type ReviewKind, type SectionId, type TopicPage } from './topic-page.ts'
