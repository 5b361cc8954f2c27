import { askFiguresAgainAct } from './ask-again.ts'
import { correctFigureAct } from './correct.ts'
import { decideFiguresAct } from './decide.ts'
import { proposeFiguresAct } from './propose.ts'
import { reportSessionsAct } from './report-sessions.ts'
import { setTargetAct } from './target.ts'

/** Acts on numbers of the programme. */
export const programmeFigureActs = {
	'/desk/programme/figures': {
		propose: proposeFiguresAct,
		correct: correctFigureAct,
		decide: decideFiguresAct,
		askAgain: askFiguresAgainAct,
		report: reportSessionsAct,
		target: setTargetAct,
	},
}
