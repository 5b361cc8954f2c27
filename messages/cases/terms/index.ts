import { caseTerms as ar } from './ar.ts'
import { caseTerms as fr } from './fr.ts'
import { caseTerms as zgh } from './zgh.ts'
import { caseTerms as en } from './en.ts'

/** Words for the terms of cases. */
export const caseTerms = { ar, fr, zgh, en }
