import { preservation as ar } from './ar.ts'
import { preservation as fr } from './fr.ts'
import { preservation as zgh } from './zgh.ts'
import { preservation as en } from './en.ts'

/** Words of requests to keep data. */
export const preservation = { ar, fr, zgh, en }
