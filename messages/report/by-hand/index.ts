import { byHand as ar } from './ar.ts'
import { byHand as fr } from './fr.ts'
import { byHand as zgh } from './zgh.ts'
import { byHand as en } from './en.ts'

/** Words of reports that somebody seals with the program age. */
export const byHand = { ar, fr, zgh, en }
