import { askAgainAct } from './ask-again.ts'
import { decideIndicatorsAct } from './decide.ts'
import { dismissAct } from './dismiss.ts'
import { findIndicatorAct } from './find.ts'
import { proposeAct } from './propose.ts'
import { publishAct } from './publish.ts'
import { withdrawAct } from './withdraw.ts'

/** Acts on what partners block by. */
export const indicatorActs = {
	propose: proposeAct,
	askAgain: askAgainAct,
	decide: decideIndicatorsAct,
	publish: publishAct,
	withdraw: withdrawAct,
	dismiss: dismissAct,
	find: findIndicatorAct,
}
