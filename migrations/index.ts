/** Every change of the tables, oldest first. A name that has been released is never changed or taken out. */
import type { Migration } from 'kysely/migration'
import * as setting from './0001-setting.ts'
import * as certificateKey from './0002-certificate-key.ts'
import * as audit from './0003-audit.ts'
import * as reports from './0004-reports.ts'
import * as people from './0005-people.ts'
import * as cases from './0006-cases.ts'
import * as attachments from './0007-attachments.ts'
import * as dailyUnlock from './0008-daily-unlock.ts'
import * as rota from './0009-rota.ts'
import * as figures from './0011-figures.ts'
import * as caseStepBy from './0012-case-step-by.ts'
import * as dossierHanded from './0013-dossier-handed.ts'
import * as tokenIndexKey from './0014-token-index-key.ts'
import * as upkeepTurn from './0015-upkeep-turn.ts'
import * as partners from './0016-partners.ts'
import * as exchangeMessages from './0017-exchange-messages.ts'
import * as referrals from './0018-referrals.ts'
import * as indicators from './0019-indicators.ts'
import * as preservation from './0021-preservation.ts'
import * as staffRegion from './0022-staff-region.ts'
import * as plan from './0023-plan.ts'
import * as counting from './0024-counting.ts'
import * as sessions from './0025-sessions.ts'
import * as programmeFigures from './0026-programme-figures.ts'
import * as campaigns from './0027-campaigns.ts'
import * as trials from './0028-trials.ts'
import * as keyActs from './0030-key-acts.ts'
import * as roleAsks from './0031-role-asks.ts'
import * as publishedCheckpoint from './0032-published-checkpoint.ts'
import * as flood from './0033-flood.ts'
import * as takenEntries from './0034-taken-entries.ts'
import * as epochRecord from './0035-epoch-record.ts'
import * as keptStudies from './0036-kept-studies.ts'
import * as originMarkings from './0037-origin-markings.ts'
import * as notesOfReferrals from './0038-notes-of-referrals.ts'
import * as sessionFacts from './0039-session-facts.ts'
import * as closedRisks from './0040-closed-risks.ts'

export const migrations: Readonly<Record<string, Migration>> = {
	'0001-setting': setting,
	'0002-certificate-key': certificateKey,
	'0003-audit': audit,
	'0004-reports': reports,
	'0005-people': people,
	'0006-cases': cases,
	'0007-attachments': attachments,
	'0008-daily-unlock': dailyUnlock,
	'0009-rota': rota,
	'0011-figures': figures,
	'0012-case-step-by': caseStepBy,
	'0013-dossier-handed': dossierHanded,
	'0014-token-index-key': tokenIndexKey,
	'0015-upkeep-turn': upkeepTurn,
	'0016-partners': partners,
	'0017-exchange-messages': exchangeMessages,
	'0018-referrals': referrals,
	'0019-indicators': indicators,
	'0021-preservation': preservation,
	'0022-staff-region': staffRegion,
	'0023-plan': plan,
	'0024-counting': counting,
	'0025-sessions': sessions,
	'0026-programme-figures': programmeFigures,
	'0027-campaigns': campaigns,
	'0028-trials': trials,
	'0030-key-acts': keyActs,
	'0031-role-asks': roleAsks,
	'0032-published-checkpoint': publishedCheckpoint,
	'0033-flood': flood,
	'0034-taken-entries': takenEntries,
	'0035-epoch-record': epochRecord,
	'0036-kept-studies': keptStudies,
	'0037-origin-markings': originMarkings,
	'0038-notes-of-referrals': notesOfReferrals,
	'0039-session-facts': sessionFacts,
	'0040-closed-risks': closedRisks,
}
