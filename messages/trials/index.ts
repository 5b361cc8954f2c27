import { trials as ar } from './ar.ts'
import { trials as fr } from './fr.ts'
import { trials as zgh } from './zgh.ts'
import { trials as en } from './en.ts'

/** Words of studies of lessons: what was planned, drawn and found. */
export const trials = { ar, fr, zgh, en }
