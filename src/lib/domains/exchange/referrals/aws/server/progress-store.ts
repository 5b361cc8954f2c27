/** Asks AWS how far reports are, and takes what it says as the outcome of a referral. */
import { minute } from '#base'
import { readAwsProgress, toAwsQuestion, type AwsProgress } from '#tools/channels/aws-abuse'
import { takeOutcome } from '../../answers/server/index.ts'
import type { ReferralDatabase } from '../../server/referral-tables.ts'
import { getLockedReferral, happen, type ReferralDesk } from '../../server/step-store.ts'
import { findAwsSettings, toReply, type AwsOptions } from './aws-options.ts'

type Desk = ReferralDesk & { db: ReferralDatabase }
type Open = { id: string; ref: string; partner: string; report: string; message: string }

const listOpen = async (db: ReferralDatabase, most: number): Promise<Open[]> => {
	const rows = await db
		.selectFrom('referral_message')
		.innerJoin('referral', 'referral.id', 'referral_message.referral')
		.select(['referral.id', 'referral.ref', 'referral.partner', 'referral_message.peer_ref as report'])
		.select('referral_message.id as message')
		.where('referral_message.channel_kind', '=', 'xarf-http')
		.where('referral_message.state', '=', 'sent')
		// AWS may end one long after its time.
		.where('referral.state', 'in', ['sent', 'no-answer'])
		.orderBy('referral_message.next_at')
		.orderBy('referral_message.id')
		.limit(most)
		.execute()
	return rows.flatMap(({ report, ...row }) => (report === null ? [] : [{ ...row, report }]))
}

/** A code that did not exist when this was written is for a person, told once. */
const take = (desk: Desk, { id, ref, partner }: Open, done: Extract<AwsProgress, { kind: 'done' }>) =>
	desk.db.transaction().execute(async (trx) => {
		if (done.outcome !== undefined) {
			await takeOutcome(trx, desk, { partner, ref, code: done.outcome })
			return
		}
		const found = await getLockedReferral(trx, id)
		const known = await trx
			.selectFrom('referral_step')
			.select('id')
			.where('referral', '=', id)
			.where('event', '=', 'heard')
			.where('code', '=', done.code)
			.executeTakeFirst()
		if (known) return
		await happen({ trx, desk }, found, {
			event: 'heard',
			by: null,
			code: done.code,
			set: { told_at: desk.now() },
		})
	})

/** What was asked about is asked last the next time: AWS may never end one. */
const noteAsked = ({ db, now }: Desk, { message }: Open) =>
	db
		.updateTable('referral_message')
		.set({ next_at: new Date(now().getTime() + 10 * minute) })
		.where('id', '=', message)
		.execute()

/** Asks about what AWS has and nobody has answered yet. Answer: how many came to an end. */
export const hearFromAws = async (desk: Desk, options: AwsOptions, most = 50): Promise<number> => {
	const open = await listOpen(desk.db, most)
	const settings = open.length > 0 ? await findAwsSettings(options) : undefined
	if (!settings) return 0
	let ended = 0
	for (const one of open) {
		await noteAsked(desk, one)
		const request = toAwsQuestion(one.report, { ...settings, at: options.now() })
		const reply = request && (await options.ask(request).then(toReply, () => undefined))
		const progress = reply && readAwsProgress(reply)
		if (progress?.kind !== 'done') continue
		await take(desk, one, progress)
		ended++
	}
	return ended
}
