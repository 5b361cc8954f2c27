/**
 * The study of gaps as pages show it: conventions side by side by matter, and the questions with everything that waits for
 * them. Its rows stand in the matrix of the law.
 */
export { compareConventions } from './compare.ts'
export { toGapRow } from './gap-row.ts'
export { makeHeatMap } from './heat-map.ts'
export { getQuestionWaits } from './question-waits.ts'
export { findTheme, isTheme } from './themes.ts'
