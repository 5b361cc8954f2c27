import { caseRota as ar } from './ar.ts'
import { caseRota as fr } from './fr.ts'
import { caseRota as zgh } from './zgh.ts'
import { caseRota as en } from './en.ts'

/** Words of the rota. */
export const caseRota = { ar, fr, zgh, en }
