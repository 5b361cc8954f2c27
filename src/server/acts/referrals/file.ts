import { fileReferral } from '#domains/exchange/referrals/answers/server'
import { sealedNote } from '../case/sealed-note.ts'
import { referralAct } from './referral-act.ts'

/** Makes a case of what a partner referred: what it says comes as a note that the browser has sealed. */
export const fileReferralAct = referralAct(
	{ may: ['write', 'referral', 'assigned'], form: sealedNote, writes: ['case/received', 'referral/filed'] },
	async (note, { desk, id, staff }) => ({ case: await fileReferral(desk, { id, note }, staff) }),
)
