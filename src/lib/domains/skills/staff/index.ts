/** The staff room: a path of six modules for who works at a school, the school's kit, and who protects children in a province. */
export { findQuizSubject } from './quiz-subject.ts'
export { staffQuizId } from './staff-quiz.ts'
export { findModuleOfStory, findModuleView, getKit, getModuleCards } from './staff-view.ts'
