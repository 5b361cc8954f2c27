import { records as ar } from './ar.ts'
import { records as fr } from './fr.ts'
import { records as zgh } from './zgh.ts'
import { records as en } from './en.ts'

/** Words of the law: records. */
export const records = { ar, fr, zgh, en }
