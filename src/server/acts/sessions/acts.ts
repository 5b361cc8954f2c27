import { bringCarriedAct, bringOdkAct } from './bring.ts'
import { inviteTrainerAct, revokeTrainerAct } from './links.ts'
import { chooseEntryAct, noteLookAct, takeTalliesAct } from './review.ts'
import {
	correctSessionAct,
	dropPlanAct,
	planSessionAct,
	recordSessionAct,
	takeSessionBackAct,
} from './write.ts'

/** Acts on sessions of the programme. */
export const heldSessionActs = {
	'/desk/sessions': { drop: dropPlanAct, choose: chooseEntryAct, look: noteLookAct },
	'/desk/sessions/new': { record: recordSessionAct, plan: planSessionAct },
	'/desk/sessions/[id]': { correct: correctSessionAct, takeBack: takeSessionBackAct, tally: takeTalliesAct },
	'/desk/sessions/links': { invite: inviteTrainerAct, revoke: revokeTrainerAct },
	'/desk/sessions/bring': { carried: bringCarriedAct, odk: bringOdkAct },
}
