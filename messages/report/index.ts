import { report as ar } from './ar.ts'
import { report as fr } from './fr.ts'
import { report as zgh } from './zgh.ts'
import { report as en } from './en.ts'

/** Words of a report and its mailbox. */
export const report = { ar, fr, zgh, en }
