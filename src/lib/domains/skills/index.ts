/**
 * Skills: what is practised instead of told. Scenarios in which the reader acts, quizzes in two parallel forms, lessons, the
 * return after days and weeks, the certificate. Rules only; files are read in `server/`.
 */
export { findLessonView, getDisclosure, lessonParts } from './lesson-view.ts'
export { buildSkills, getSafetyTexts, type Skills } from './skills-library.ts'
export { forms } from './form.ts'
export { findQuizResult, findQuizView, getQuizCards } from './quiz-view.ts'
export { readers } from './scenario.ts'
export { findScenarioView, getScenarioCards, isFor } from './scenario-view.ts'
export { getReturnDays } from './spaced-return.ts'
export { getRightShares, toTallyTable } from './tally.ts'
