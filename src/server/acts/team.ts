import { pauseAct } from './team/pause.ts'
import { readAMinuteAct } from './team/read-a-minute.ts'
import { setDutyAct } from './team/set-duty.ts'

/** Acts on duties, pauses and the meter of reading. */
export const teamActs = {
	'/desk/rota': { set: setDutyAct },
	'/desk/wellness/pause': { POST: pauseAct },
	'/desk/wellness/minute': { POST: readAMinuteAct },
}
