/** A note that the browser has sealed, as a form carries it. */
import * as v from 'valibot'
import { someBytes } from '../form-parts.ts'

export const sealedNote = v.object({ epoch: v.pipe(v.string(), v.maxLength(40)), sealed: someBytes })
