import { instruments as ar } from './ar.ts'
import { instruments as fr } from './fr.ts'
import { instruments as zgh } from './zgh.ts'
import { instruments as en } from './en.ts'

/** Words of the law: instruments. */
export const instruments = { ar, fr, zgh, en }
