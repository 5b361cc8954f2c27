import { attach as ar } from './ar.ts'
import { attach as fr } from './fr.ts'
import { attach as zgh } from './zgh.ts'
import { attach as en } from './en.ts'

/** Words of voice notes and screenshots. */
export const attach = { ar, fr, zgh, en }
