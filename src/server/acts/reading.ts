import { openFileAct } from './reading/open-file.ts'
import { openReportsAct } from './reading/open-reports.ts'
import { seeAct } from './reading/see.ts'
import { setTokensAct } from './reading/set-tokens.ts'
import { uncoverAct } from './reading/uncover.ts'

/** Acts by which sealed bytes are handed out, and what follows from reading them. */
export const readingActs = {
	'/desk/cases/sealed': { POST: openReportsAct },
	'/desk/cases/tokens': { POST: setTokensAct },
	'/desk/cases/[id]/seen': { POST: seeAct },
	'/desk/cases/[id]/attachments/[attachment]': { POST: openFileAct },
	'/desk/cases/[id]/attachments/[attachment]/uncover': { POST: uncoverAct },
}
