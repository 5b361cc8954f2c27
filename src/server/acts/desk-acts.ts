/** Every act of the desk, by the address it is sent to. Routes take theirs from here, and the table of attacks knows no other list. */
import { accountActs, sessionActs } from './account.ts'
import { caseActs } from './case.ts'
import { epochActs } from './epochs.ts'
import { ownKeyActs } from './keys.ts'
import { leavingActs } from './leaving.ts'
import { peopleActs } from './people.ts'
import { readingActs } from './reading.ts'
import { auditActs, erasureActs } from './record.ts'
import { caseSeconds, secondActs } from './seconds.ts'
import { teamActs } from './team.ts'

/** `POST`: a script asks for it; `default`: the only form of its page; any other name: `?/name` of the page. */
export const deskActs = {
	...sessionActs,
	...secondActs,
	...readingActs,
	...leavingActs,
	...teamActs,
	'/desk/cases/[id]': { ...caseActs, ...caseSeconds },
	'/desk/account': accountActs,
	'/desk/keys': ownKeyActs,
	'/desk/keys/epochs': epochActs,
	'/desk/people': peopleActs,
	'/desk/erasure': erasureActs,
	'/desk/record': auditActs,
}
