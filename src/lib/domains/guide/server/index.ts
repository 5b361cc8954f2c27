/** The guide on the server: the content as it was built, and its search indexes. */
export { library } from './library.ts'
export { openMade, readMade } from './made.ts'
export { lexicon } from './lexicon.ts'
export {
	getSearchIndex,
	getDangerEars,
	getDangerPack,
	getSearchPack,
	fetchSearchIndexes,
} from './search-indexes.ts'
export { findTrack, findVoices } from './tracks.ts'
