/** Every act of the desk, by the address it is sent to. Routes take theirs from here, and the table of attacks knows no other list. */
import { accountActs, sessionActs } from './account.ts'
import { hotlineActs } from './hotline.ts'
import { deskKeyActs } from './keys.ts'
import { exchangeActs } from './partners/exchange-acts.ts'
import { peopleActs } from './people.ts'
import { programmeActs } from './programme/programme-acts.ts'
import { teamActs } from './team.ts'

/** `POST`: a script asks for it; `default`: the only form of its page; any other name: `?/name` of the page. */
export const deskActs = {
	...sessionActs,
	...hotlineActs,
	...exchangeActs,
	...programmeActs,
	...deskKeyActs,
	...teamActs,
	'/desk/account': accountActs,
	'/desk/people': peopleActs,
}
