import { bringKeyAct } from './bring-key.ts'
import { changePartnerAct } from './change.ts'
import { makePartnerAct } from './make.ts'
import { makeTokenAct } from './make-token.ts'
import { movePartnerAct } from './move.ts'
import { nextKeyAct } from './next-key.ts'
import { revokeKeyAct } from './revoke-key.ts'
import { setChannelsAct } from './set-channels.ts'
import { verifyKeyAct } from './verify-key.ts'

/** Acts on the directory of partners. */
export const partnerActs = {
	'/desk/partners/new': { default: makePartnerAct },
	'/desk/partners/keys': { next: nextKeyAct },
	'/desk/partners/[id]': {
		change: changePartnerAct,
		channels: setChannelsAct,
		move: movePartnerAct,
		bring: bringKeyAct,
		token: makeTokenAct,
		verify: verifyKeyAct,
		revoke: revokeKeyAct,
	},
}
