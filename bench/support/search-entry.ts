/** Entry that bench/search-in-browser.ts lets Vite bundle: the search as the island of the offline page loads it. */
export { loadDanger, loadSearchIndex, search } from '#domains/guide/search'
