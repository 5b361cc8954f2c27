import { ar } from './ar.ts'
import { fr } from './fr.ts'
import { zgh } from './zgh.ts'
import { en } from './en.ts'

/** Words of the site as a whole. */
export const site = { ar, fr, zgh, en }
