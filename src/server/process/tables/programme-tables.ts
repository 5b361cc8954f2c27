import type { CampaignTables } from '#domains/programme/campaigns/server'
import type { ProgrammeFigureTables } from '#domains/programme/figures/server'
import type { PlanTables } from '#domains/programme/plan/server'
import type { SessionTables } from '#domains/programme/sessions/server'
import type { TrialTables } from '#domains/programme/trials/server'

/** Tables of the awareness programme. */
export type ProgrammeTables = CampaignTables &
	ProgrammeFigureTables &
	PlanTables &
	SessionTables &
	TrialTables
