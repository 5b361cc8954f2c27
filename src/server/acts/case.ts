import { answerAct } from './case/answer.ts'
import { assignAct } from './case/assign.ts'
import { checkAct } from './case/check.ts'
import { leaveAct } from './case/leave.ts'
import { mergeAct } from './case/merge.ts'
import { moveAct } from './case/move.ts'
import { noteCallAct } from './case/note-call.ts'
import { noteAct } from './case/note.ts'
import { recheckAct } from './case/recheck.ts'
import { setCategoryAct } from './case/set-category.ts'

/** Acts of who works on a case. */
export const caseActs = {
	assign: assignAct,
	category: setCategoryAct,
	move: moveAct,
	recheck: recheckAct,
	check: checkAct,
	note: noteAct,
	called: noteCallAct,
	answer: answerAct,
	merge: mergeAct,
	leave: leaveAct,
}
