/**
 * The guide: what the website says and how it finds the right words for a person. Topics and their pages, the doors
 * where help is, the help finder. Rules only; files are read in `server/`, search has its own door in `search/`.
 */
export { audiences, isAudience } from './audience.ts'
export type { Asker } from './contact.ts'
export { findHelp, urgencies } from './help-finder.ts'
export { buildLibrary, ContentError, findPageOrFallback } from './library.ts'
export { findPageView, getDoors, getEmergency, getPageLinks } from './page-view.ts'
export { isStale } from './source.ts'
