import { mergeSpaces } from '../merge-spaces.ts'
import { cases as ar } from './ar.ts'
import { cases as fr } from './fr.ts'
import { cases as zgh } from './zgh.ts'
import { cases as en } from './en.ts'
import { caseRota } from './rota/index.ts'
import { caseTerms } from './terms/index.ts'

/** Words of cases. */
export const cases = mergeSpaces({ cases: { ar, fr, zgh, en }, caseRota, caseTerms })
