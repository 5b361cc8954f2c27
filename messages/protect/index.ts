import { protect as ar } from './ar.ts'
import { protect as fr } from './fr.ts'
import { protect as zgh } from './zgh.ts'
import { protect as en } from './en.ts'

/** Words of protection. */
export const protect = { ar, fr, zgh, en }
