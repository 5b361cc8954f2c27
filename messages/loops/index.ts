import { loops as ar } from './ar.ts'
import { loops as fr } from './fr.ts'
import { loops as zgh } from './zgh.ts'
import { loops as en } from './en.ts'

/** Words of the pictures that move. */
export const loops = { ar, fr, zgh, en }
