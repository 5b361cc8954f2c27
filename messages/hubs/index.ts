import { hubs as ar } from './ar.ts'
import { hubs as fr } from './fr.ts'
import { hubs as zgh } from './zgh.ts'
import { hubs as en } from './en.ts'

/** Words of the hubs behind the five doors, and of what a topic leads to. */
export const hubs = { ar, fr, zgh, en }
