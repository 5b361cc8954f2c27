/** The scoreboard on the server: what is published, frozen. */
export { digestActions, digestFigures, freeze, readRevision, type FrozenParts } from './freeze.ts'
