import { verifyOwnRecord } from '#server/public/verified'
import { deskAction } from '../desk-action.ts'
import { noFields } from '../form-parts.ts'

/** Verifies the public record of this installation, entry by entry. */
export const verifyRecordAct = deskAction(
	{ may: ['verify', 'record', 'all'], form: noFields, refusals: [] },
	async () => {
		const { problem, seen: _, newest: _newest, ...counts } = await verifyOwnRecord()
		return { problem, counts }
	},
)
