import text from '../../../../../../content/programme/indicators.yaml?raw'
import { readIndicators } from '../indicator.ts'

const read = readIndicators(text)
if (!read.ok)
	throw new Error(`content/programme/indicators.yaml:${read.issues[0]?.path}: ${read.issues[0]?.message}`)

/** Everything that numbers are published of, in the order of the content. Wrong content stops the start. */
export const indicators = read.value
