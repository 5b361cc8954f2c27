/**
 * State of a tab of the desk while somebody reads: open cases, times as they are written. In memory only;
 * closing the key empties it.
 */
export { toMoment, toSpan } from './moment.ts'
export { ask, countAnswers, getEpoch, indexAgain, kept, openCases, opened } from './opened.svelte.ts'
export { postSeen, whenLookedAt } from './seen.ts'
export { isAttended, keepWatch, setLoud, watch } from './watch.svelte.ts'
