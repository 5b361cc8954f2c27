/** Quizzes in two parallel forms, and the tally of a class. */
export { forms } from './form.ts'
export { findQuizResult, findQuizView } from './quiz-view.ts'
export { getRightShares, isTallyList, toTallyTable, type Tally } from './tally.ts'
