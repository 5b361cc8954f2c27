import { counting as ar } from './ar.ts'
import { counting as fr } from './fr.ts'
import { counting as zgh } from './zgh.ts'
import { counting as en } from './en.ts'

/** Words about what the programme counts. */
export const counting = { ar, fr, zgh, en }
