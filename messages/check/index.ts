import { check as ar } from './ar.ts'
import { check as fr } from './fr.ts'
import { check as zgh } from './zgh.ts'
import { check as en } from './en.ts'

/** Words of whether a filter is on. */
export const check = { ar, fr, zgh, en }
