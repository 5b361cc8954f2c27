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
}
