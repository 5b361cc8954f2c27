/** Lessons for a class: what stands on sheet, poster and slides. */
export { getDisclosure, lessonParts } from './lesson-view.ts'
