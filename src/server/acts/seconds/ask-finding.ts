import { askApproval } from '#domains/approvals/server'
import { toFindingDigest } from '#domains/cases/work/server'
import { caseAct, getOwnCase } from '../case/case-act.ts'
import { noFields } from '../form-parts.ts'

/** Asks a second person to agree that the case, as its category now says, is illegal. */
export const askFindingAct = caseAct(
	{ may: ['classify', 'case'], form: noFields, writes: ['approval/asked'] },
	async (_, given) => {
		const { desk, id, staff } = given
		const digest = toFindingDigest((await getOwnCase(given, ['classify', 'case'])).desk)
		return askApproval(desk.db, { act: 'classify-illegal', subject: id, digest }, staff, desk.now())
	},
)
