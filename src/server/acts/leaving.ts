import { acknowledgeAct } from './leaving/acknowledge.ts'
import { dossierAct } from './leaving/dossier.ts'
import { handAct } from './leaving/hand.ts'
import { noticeAct } from './leaving/notice.ts'

/** Acts by which something leaves the desk, by hand, and by which it is known to have arrived or is called back. */
export const leavingActs = {
	'/desk/cases/[id]/dossier': { POST: dossierAct },
	'/desk/cases/[id]/notice': { POST: noticeAct },
	'/desk/dossiers': { hand: handAct, acknowledge: acknowledgeAct },
}
