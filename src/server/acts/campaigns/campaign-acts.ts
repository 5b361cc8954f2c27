import { approveMaterialsAct } from './approve.ts'
import { changeCampaignAct } from './change.ts'
import { makeCodesAct } from './codes.ts'
import { makeCampaignAct } from './make.ts'
import { makeMaterialsAct } from './materials.ts'
import { noteUseAct } from './note-use.ts'
import { retireCodeAct } from './retire.ts'
import { writeTextAct } from './write.ts'

/** Acts on campaigns, their codes and materials. */
export const campaignActs = {
	'/desk/campaigns': { make: makeCampaignAct },
	'/desk/campaigns/[id]': {
		change: changeCampaignAct,
		codes: makeCodesAct,
		retire: retireCodeAct,
		materials: makeMaterialsAct,
		write: writeTextAct,
		approve: approveMaterialsAct,
		use: noteUseAct,
	},
}
