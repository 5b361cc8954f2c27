/** Cases that are put together with the one of the page. */
import * as v from 'valibot'
import { someIds } from '../form-parts.ts'

export const otherCases = v.object({ other: someIds(500) })
