import { search as ar } from './ar.ts'
import { search as fr } from './fr.ts'
import { search as zgh } from './zgh.ts'
import { search as en } from './en.ts'

/** Words of the law: search. */
export const search = { ar, fr, zgh, en }
