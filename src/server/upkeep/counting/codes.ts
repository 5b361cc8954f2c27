import { findCampaignCode } from '#domains/programme/campaigns/server'
import { setCodeFinder } from '#server/process/counting/campaign-codes'
import { getDatabase } from '#server/process/database'

/** Lets codes of posters be looked up where campaigns keep them. */
export const lookCodesUp = (): void => {
	setCodeFinder((code) => findCampaignCode(getDatabase().kysely, code))
}
