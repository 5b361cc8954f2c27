import type { Kysely } from 'kysely'
import type { ActTables } from '#domains/acts/server'
import type { ApprovalTables } from '#domains/approvals/server'
import type { PeopleTables } from '#domains/people/server'
import type { ProgrammeFigureTables } from '../../../figures/server/index.ts'
import type { SessionTables } from '../../server/index.ts'

/** Sessions are read, a proposal of their numbers is written. */
export type QuarterDatabase = Kysely<
	SessionTables & ProgrammeFigureTables & ActTables & ApprovalTables & PeopleTables
>
