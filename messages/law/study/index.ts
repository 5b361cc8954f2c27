import { study as ar } from './ar.ts'
import { study as fr } from './fr.ts'
import { study as en } from './en.ts'

/** Words of the printed study of the law, in the languages that it is printed in. */
export const study = { ar, fr, en }
