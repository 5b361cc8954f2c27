import { sessions as ar } from './ar.ts'
import { sessions as fr } from './fr.ts'
import { sessions as zgh } from './zgh.ts'
import { sessions as en } from './en.ts'

/** Words of sessions. */
export const sessions = { ar, fr, zgh, en }
