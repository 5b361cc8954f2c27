import { lookAtFileAct, writeFileAct } from './import.ts'
import { makeActionAct, makePartyAct, realiseAct } from './make.ts'
import { removeEvidenceAct, writeNoteAct } from './note.ts'
import { askPublicationAct, decidePublicationAct } from './publish.ts'
import { writeThingAct } from './write.ts'

/** Acts on the plan of the programme. */
export const planActs = {
	'/desk/programme': {
		make: makeActionAct,
		party: makePartyAct,
		ask: askPublicationAct,
		decide: decidePublicationAct,
	},
	'/desk/programme/actions/[id]': {
		write: writeThingAct,
		realise: realiseAct,
		note: writeNoteAct,
		remove: removeEvidenceAct,
	},
	'/desk/programme/import': { look: lookAtFileAct, write: writeFileAct },
}
