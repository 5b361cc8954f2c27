/** Lessons for a class: what stands on sheet, poster and slides. */
export { getDisclosure, lessonParts, type LessonPart } from './lesson-view.ts'
