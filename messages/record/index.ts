import { record as ar } from './ar.ts'
import { record as fr } from './fr.ts'
import { record as zgh } from './zgh.ts'
import { record as en } from './en.ts'

/** Words of the public record. */
export const record = { ar, fr, zgh, en }
