/** Stories in which the reader acts: a graph without words, and the words of each language. */
export { findScenarioView, isFor } from './scenario-view.ts'
export { readers } from './scenario.ts'
