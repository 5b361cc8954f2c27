/**
 * State of a tab of the desk while somebody reads: open cases, and the watch for danger. In memory only;
 * closing the key empties it.
 */
export { ask, countAnswers, getEpoch, indexAgain, kept, openInTab, opened } from './opened.svelte.ts'
export { createHold } from './hold.ts'
export { isAttended, keepWatch, setLoud, watch } from './watch.svelte.ts'
