import { indicators as ar } from './ar.ts'
import { indicators as fr } from './fr.ts'
import { indicators as zgh } from './zgh.ts'
import { indicators as en } from './en.ts'

/** Words of the indicators that partners block by. */
export const indicators = { ar, fr, zgh, en }
