/**
 * Door of the platform floor: what every domain and page stands on and none is about. Environment, log,
 * database, health, files and headers of the server, work done again and again, shutdown.
 */
export { readConfig, type Config, type ProcessRole } from './config.ts'
export { createLog, logRequest, toErrorFields, type Log } from './log.ts'
export { openDatabase, type Database, type StoredTables } from './database/database.ts'
export type { AnyTransaction, QueriesOf, TransactionOf } from './database/queries.ts'
export { migrate } from './database/migrate.ts'
export { cutLog, tidy } from './database/care.ts'
export { listenForNews, notifyProcesses } from './database/processes/news.ts'
export { createTurn, type Turn } from './database/processes/turn-store.ts'
export { checkHealth, measureDatabase } from './health.ts'
export { chooseEncoding } from './accept-encoding.ts'
export { changePages, loadStaticFiles, type StaticFiles } from './static-files.ts'
export { openPack } from './file-pack.ts'
export { sendStaticFile } from './send-static-file.ts'
export { isOpenData, openDataHeaders } from './open-data.ts'
export { getPdfMaker, toPdfResponse } from './pdf.ts'
export { drawBytes } from './random-bytes.ts'
export { createMac, type Mac } from './mac.ts'
export { securityHeaders } from './security-headers.ts'
export { overwriteFreedMemorySoon } from './memory.ts'
export { explainFailure } from './explain-failure.ts'
export { checkDataFolder } from './data-folder.ts'
export { onShutdown, shutDown } from './shutdown.ts'
export { keepUp, type UpkeepState, type UpkeepTask } from './upkeep.ts'
export { readDisk, type Disk } from './disk.ts'
export { ring } from './ring.ts'
export { findKey, getKey } from './key-file.ts'
export { createClock, getDatabaseClock, getTrustedTime, type Clock, type ClockState } from './clock/clock.ts'
export type { ClockFault } from './clock/judge-clock.ts'
export { confirmHour, findKnownHour } from './clock/clock-store.ts'
export {
	operatorFields,
	readOperator,
	type LiveOperator,
	type Operator,
	type OperatorWords,
	type Witness,
} from './operator.ts'
export type { DeskSettings } from './operator-desk.ts'
export { addEntries, commit, enterFrom, hasEntry, makeEntry, type AuditEntry } from './audit/entry.ts'
export type { Inclusion } from './audit/inclusion.ts'
export { formatInclusion, type OpenedLeaf } from './audit/proof-file.ts'
export { toReportContent, formatRecordedReport, type RecordedReport } from './audit/recorded-report.ts'
export { openRecord, toRecordName, type PublicRecord } from './audit/record.ts'
export { keepSequencing } from './audit/sequencer.ts'
export type { CheckErasure } from './audit/verify/verify-contents.ts'
export type { AskRecord } from './audit/verify/published-tree.ts'
export { verifyProof, type ProofVerdict } from './audit/verify/verify-proof.ts'
export { verifyPublished } from './audit/verify/verify-published.ts'
export { verifyRecord } from './audit/verify/verify-record.ts'
