/** Stories in which the reader acts: a graph without words, and the words of each language. */
export { findScenarioView, getChatLines, isFor } from './scenario-view.ts'
export { readers } from './scenario.ts'
