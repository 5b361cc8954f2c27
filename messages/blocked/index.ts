import { blocked as ar } from './ar.ts'
import { blocked as fr } from './fr.ts'
import { blocked as zgh } from './zgh.ts'
import { blocked as en } from './en.ts'

/** Words of the page that stands in place of a blocked address. */
export const blocked = { ar, fr, zgh, en }
