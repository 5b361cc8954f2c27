import { keys as ar } from './ar.ts'
import { keys as fr } from './fr.ts'
import { keys as zgh } from './zgh.ts'
import { keys as en } from './en.ts'

/** Words of keys. */
export const keys = { ar, fr, zgh, en }
