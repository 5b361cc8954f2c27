/** Minutes of reading and pauses in the tab of who reads. */
export { beginPause, countMinutes, endPause, getDue, rest } from './rest.svelte.ts'
