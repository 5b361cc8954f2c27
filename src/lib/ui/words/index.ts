/** The words of a page in its locale: dictionary, typography, script, dates and numbers. */
export { createWords, getTextAttributes, shapeTexts, type Words } from './words.ts'
