import { plan as ar } from './ar.ts'
import { plan as fr } from './fr.ts'
import { plan as zgh } from './zgh.ts'
import { plan as en } from './en.ts'

/** Words of the family plan. */
export const plan = { ar, fr, zgh, en }
