import { cooperation as ar } from './ar.ts'
import { cooperation as fr } from './fr.ts'
import { cooperation as zgh } from './zgh.ts'
import { cooperation as en } from './en.ts'

/** Words of the public page on work with other countries. */
export const cooperation = { ar, fr, zgh, en }
