import type { ActTables } from '#domains/acts/server'
import type { ApprovalTables } from '#domains/approvals/server'
import type { CaseTables } from '#domains/cases/server'
import type { MessageTables } from '#domains/exchange/channel/server'
import type { IndicatorTables } from '#domains/exchange/indicators/server'
import type { PartnerTables } from '#domains/exchange/partners/server'
import type { PreservationTables } from '#domains/exchange/preservation/server'
import type { ReferralTables } from '#domains/exchange/referrals/server'
import type { WellbeingTables } from '#domains/wellbeing/server'
import type { ProgrammeTables } from './programme-tables.ts'

type ExchangeTables = PartnerTables & MessageTables & IndicatorTables & ReferralTables & PreservationTables

/** Tables of work at the desk: cases, whoever works on them, partners. */
export type DeskTables = ActTables &
	ApprovalTables &
	WellbeingTables &
	CaseTables &
	ExchangeTables &
	ProgrammeTables
