import { mergeSpaces } from '../merge-spaces.ts'
import { cooperation } from './cooperation/index.ts'
import { partners as ar } from './ar.ts'
import { partners as fr } from './fr.ts'
import { partners as zgh } from './zgh.ts'
import { partners as en } from './en.ts'

/** Words of the directory of partners, and of its public page. */
export const partners = mergeSpaces({ partners: { ar, fr, zgh, en }, cooperation })
