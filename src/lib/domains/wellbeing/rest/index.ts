/** Minutes of reading and pauses in the tab of who reads. */
export { beginPause, countMinutes, endPause, getRestDue, rest } from './rest.svelte.ts'
