import { paper as ar } from './ar.ts'
import { paper as fr } from './fr.ts'
import { paper as zgh } from './zgh.ts'
import { paper as en } from './en.ts'

/** Words of the law: paper. */
export const paper = { ar, fr, zgh, en }
