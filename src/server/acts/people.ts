import { decideRolesAct } from './people/decide-roles.ts'
import { disableAct } from './people/disable.ts'
import { inviteAgainAct } from './people/invite-again.ts'
import { inviteAct } from './people/invite.ts'
import { setRolesAct } from './people/set-roles.ts'

/** Acts on accounts of others. */
export const peopleActs = {
	invite: inviteAct,
	inviteAgain: inviteAgainAct,
	roles: setRolesAct,
	disable: disableAct,
	decide: decideRolesAct,
}
