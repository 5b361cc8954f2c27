import { sheet as ar } from './ar.ts'
import { sheet as fr } from './fr.ts'
import { sheet as en } from './en.ts'

/** Words of the printed request, in the languages that it is printed in. */
export const requestSheet = { ar, fr, en }
