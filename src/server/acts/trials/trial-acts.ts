import { drawTrialAct, keepTalliesAct, listClassesAct } from './carry-out.ts'
import { goOnAct, reportTrialAct, stopTrialAct } from './end.ts'
import { registerTrialAct } from './register.ts'
import { agreeStopAct, approveTrialAct, publishTrialAct } from './second.ts'

/** Acts on studies of lessons. */
export const trialActs = {
	'/desk/trials/new': { default: registerTrialAct },
	'/desk/trials/[id]': {
		approve: approveTrialAct,
		list: listClassesAct,
		draw: drawTrialAct,
		measure: keepTalliesAct,
		report: reportTrialAct,
		publish: publishTrialAct,
		stop: stopTrialAct,
		end: agreeStopAct,
		resume: goOnAct,
	},
}
