import { figures as ar } from './ar.ts'
import { figures as fr } from './fr.ts'
import { figures as zgh } from './zgh.ts'
import { figures as en } from './en.ts'

/** Words of the figures. */
export const figures = { ar, fr, zgh, en }
