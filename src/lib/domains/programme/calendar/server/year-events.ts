import text from '../../../../../../content/programme/calendar.yaml?raw'
import { readYearEvents } from '../calendar.ts'

const read = readYearEvents(text)
if (!read.ok)
	throw new Error(`content/programme/calendar.yaml:${read.issues[0]?.path}: ${read.issues[0]?.message}`)

/** Days of the year, in the order of the content. Wrong content stops the start. */
export const yearEvents = read.value
