/** Holds what is written for others against what reporters told. In the browser, where their words are open. */
export { findTold, type Told } from './quoted.ts'
export { findToldIn } from './written.ts'
