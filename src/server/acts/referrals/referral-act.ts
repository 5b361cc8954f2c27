/** An act on the referral of the address. Who may do it to this one is asked of its own row, in the transaction that does it. */
import type { ActKind } from '#domains/acts'
import type { SendingDesk } from '#domains/exchange/referrals/server'
import type { SignedIn } from '#domains/people/server'
import { getId } from '#server/desk/case-desk'
import { getReferralDesk } from '#server/desk/referrals/referral-desk'
import type * as v from 'valibot'
import { deskAction, type Permission } from '../desk-action.ts'
import { referralRefusals } from './refusals.ts'

type Asks<Form extends v.GenericSchema> = { may: Permission; form: Form; writes: readonly ActKind[] }
type Given = { desk: SendingDesk; id: string; staff: SignedIn }

/** @returns one of `actions` of the page of a referral; `work` answers what the page then shows */
export const referralAct = <Form extends v.GenericSchema, Done extends object>(
	asks: Asks<Form>,
	work: (form: v.InferOutput<Form>, given: Given) => Promise<Done>,
) =>
	deskAction({ ...asks, refusals: referralRefusals }, (form, { staff, event }) =>
		work(form, { desk: getReferralDesk(), id: getId(event.params['id'] ?? ''), staff }),
	)
