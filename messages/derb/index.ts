import { derb as ar } from './ar.ts'
import { derb as fr } from './fr.ts'
import { derb as zgh } from './zgh.ts'
import { derb as en } from './en.ts'

/** Words of the street of Najma, the game of the children. */
export const derb = { ar, fr, zgh, en }
