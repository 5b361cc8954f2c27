import { campaignActs } from '../campaigns/campaign-acts.ts'
import { programmeFigureActs } from '../programme-figures/programme-figure-acts.ts'
import { heldSessionActs } from '../sessions/acts.ts'
import { planActs } from './plan-acts.ts'
import { trialActs } from '../trials/trial-acts.ts'

/** Acts of work on the awareness programme. */
export const programmeActs = {
	...campaignActs,
	...programmeFigureActs,
	...heldSessionActs,
	...planActs,
	...trialActs,
}
