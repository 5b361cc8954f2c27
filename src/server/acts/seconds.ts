import { askFindingAct } from './seconds/ask-finding.ts'
import { askHoldAct } from './seconds/ask-hold.ts'
import { askCloseAct, closeWaveAct } from './seconds/close-wave.ts'
import { askManyAct } from './seconds/ask-many.ts'
import { askMergeAct } from './seconds/ask-merge.ts'
import { decideOnCaseAct } from './seconds/decide-on-case.ts'
import { decideAct } from './seconds/decide.ts'
import { holdAct } from './seconds/hold.ts'
import { releaseAct } from './seconds/release.ts'

/** Acts on a case that take a second person, or that are about one. */
export const caseSeconds = {
	askFinding: askFindingAct,
	askHold: askHoldAct,
	hold: holdAct,
	release: releaseAct,
	askMerge: askMergeAct,
	decide: decideOnCaseAct,
}

/** The same where no single case is shown. */
export const secondActs = {
	'/desk/queue': { askMany: askManyAct, askClose: askCloseAct, close: closeWaveAct },
	'/desk/approvals': { decide: decideAct },
}
