import { data as ar } from './ar.ts'
import { data as fr } from './fr.ts'
import { data as zgh } from './zgh.ts'
import { data as en } from './en.ts'

/** Words of the law: data. */
export const data = { ar, fr, zgh, en }
