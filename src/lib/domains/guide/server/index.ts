/** The guide on the server: the content as it was built, and its search indexes. */
export { library } from './library.ts'
export { getSearchIndex, getSearchPack, lexicon } from './search-indexes.ts'
export { findTrack } from './tracks.ts'
