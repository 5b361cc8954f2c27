import { programme as ar } from './ar.ts'
import { programme as fr } from './fr.ts'
import { programme as zgh } from './zgh.ts'
import { programme as en } from './en.ts'

/** Words of the plan of the programme. */
export const programme = { ar, fr, zgh, en }
