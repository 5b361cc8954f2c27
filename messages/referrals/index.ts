import { referrals as ar } from './ar.ts'
import { referrals as fr } from './fr.ts'
import { referrals as zgh } from './zgh.ts'
import { referrals as en } from './en.ts'

/** Words of referrals. */
export const referrals = { ar, fr, zgh, en }
