import { inspect as ar } from './ar.ts'
import { inspect as fr } from './fr.ts'
import { inspect as zgh } from './zgh.ts'
import { inspect as en } from './en.ts'

/** Words of looking at links and passwords. */
export const inspect = { ar, fr, zgh, en }
