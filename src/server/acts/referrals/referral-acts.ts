import { askHostAct } from './ask-host.ts'
import { dropReferralAct } from './drop.ts'
import { fileReferralAct } from './file.ts'
import { makeLinkAct } from './make-link.ts'
import { moveReferralAct } from './move.ts'
import { noteAnswerAct } from './note-answer.ts'
import { openWordsAct } from './open-words.ts'
import { referAct } from './refer.ts'
import { replyAct } from './reply.ts'
import { takeUpReferralAct } from './take-up.ts'
import { writeNoteAct } from './write-note.ts'

/** Acts by which a case goes to a partner, and what comes from one is taken. */
export const referralActs = {
	'/desk/cases/[id]/refer': { POST: referAct },
	'/desk/cases/[id]/host': { POST: askHostAct },
	'/desk/referrals/[id]': {
		answer: noteAnswerAct,
		move: moveReferralAct,
		link: makeLinkAct,
		makeCase: fileReferralAct,
		reply: replyAct,
		takeUp: takeUpReferralAct,
		note: writeNoteAct,
		drop: dropReferralAct,
	},
	'/desk/referrals/[id]/words': { POST: openWordsAct },
}
