import { staff as ar } from './ar.ts'
import { staff as fr } from './fr.ts'
import { staff as zgh } from './zgh.ts'
import { staff as en } from './en.ts'

/** Words of the staff room: the path of modules, the school's kit, who protects children in a province. */
export const staff = { ar, fr, zgh, en }
