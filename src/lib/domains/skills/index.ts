/** Skills: what is practised instead of told. Rules only; files are read in `server/`. Stories, quizzes and lessons have doors of their own. */
export { buildSkills, getSafetyTexts, type Skills } from './skills-library.ts'
export { getReturnDays } from './spaced-return.ts'
export { findLessonView, type LessonView } from './lesson/lesson-view.ts'
export { getQuizCards } from './quiz/quiz-view.ts'
export { getScenarioCards } from './scenario/scenario-view.ts'
