import { overview as ar } from './ar.ts'
import { overview as fr } from './fr.ts'
import { overview as zgh } from './zgh.ts'
import { overview as en } from './en.ts'

/** Words of the programme in ten minutes, on its page and in its brochure. */
export const overview = { ar, fr, zgh, en }
