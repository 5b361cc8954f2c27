import { caseActs } from './case.ts'
import { leavingActs } from './leaving.ts'
import { readingActs } from './reading.ts'
import { auditActs, erasureActs } from './record.ts'
import { caseSeconds, secondActs } from './seconds.ts'

/** Acts of work on what was reported. */
export const hotlineActs = {
	...secondActs,
	...readingActs,
	...leavingActs,
	'/desk/cases/[id]': { ...caseActs, ...caseSeconds },
	'/desk/erasure': erasureActs,
	'/desk/record': auditActs,
}
