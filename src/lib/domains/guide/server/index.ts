/** The guide on the server: the content as it was built, and its search indexes. */
export { library } from './library.ts'
export { hashTexts } from './content-hash.ts'
export {
	getSearchHash,
	getSearchIndex,
	getSearchPack,
	lexicon,
	fetchSearchIndexes,
} from './search-indexes.ts'
export { findTrack } from './tracks.ts'
