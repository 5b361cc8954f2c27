/** The browser's part of the proof of work: tries until the answer is found, and can be stopped. No dependency. */
export { solveChallenge } from './solve-challenge.ts'
