import { gaps as ar } from './ar.ts'
import { gaps as fr } from './fr.ts'
import { gaps as zgh } from './zgh.ts'
import { gaps as en } from './en.ts'

/** Words of the law: gaps. */
export const gaps = { ar, fr, zgh, en }
