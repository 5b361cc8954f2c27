import { campaigns as ar } from './ar.ts'
import { campaigns as fr } from './fr.ts'
import { campaigns as zgh } from './zgh.ts'
import { campaigns as en } from './en.ts'

/** Words of campaigns: the pages of the desk, and what stands on every poster. */
export const campaigns = { ar, fr, zgh, en }
