/**
 * Door of the platform floor: what every domain and page stands on and none is about. Environment, log,
 * database, health, files and headers of the server, work done again and again, shutdown.
 */
export { readConfig, type Config, type ProcessRole } from './config.ts'
export { createLog, logRequest, toErrorFields, type Log } from './log.ts'
export { openDatabase, type Database, type StoredTables } from './database/database.ts'
export type { AnyTransaction, QueriesOf, TransactionOf } from './database/queries.ts'
export { migrate } from './database/migrate.ts'
export { cutLog, leaveLog, tidy } from './database/care.ts'
export { listenForNews, notifyProcesses } from './database/processes/news.ts'
export { createTurn, type Turn } from './database/processes/turn-store.ts'
export { checkHealth, measureDatabase } from './health.ts'
export { chooseEncoding } from './accept-encoding.ts'
export { changePages, loadStaticFiles, type StaticFiles } from './static-files.ts'
export { openPack } from './file-pack.ts'
export { sendStaticFile } from './send-static-file.ts'
export { framedHeaders, isForPagesOfOthers } from './for-pages-of-others.ts'
export { isOpenData, openDataHeaders } from './open-data.ts'
export { getPdfMaker, toPdfResponse } from './pdf.ts'
export { getPngMaker } from './png.ts'
export { drawBytes } from './random-bytes.ts'
export { createMac, type Mac } from './mac.ts'
export { deskPolicy, securityHeaders } from './security-headers.ts'
export { overwriteFreedMemorySoon, overwriteReadBlock } from './memory.ts'
export { explainFailure } from './explain-failure.ts'
export { checkDataFolder } from './data-folder.ts'
export { onShutdown, shutDown } from './shutdown.ts'
export { keepUp, type UpkeepState, type UpkeepTask } from './upkeep.ts'
export { readAtRest } from './at-rest.ts'
export { readDisk, type Disk } from './disk.ts'
export { ring } from './ring.ts'
export { createGuardedFetch, type GuardedFetch, type GuardedRequest } from './outgoing/guarded-fetch.ts'
export {
	createMailer,
	mayMail,
	openMailer,
	type Mailer,
	type MailOutcome,
	type OutgoingMail,
} from './outgoing/mail.ts'
export { GuardedFetchError, type FetchFault } from './outgoing/guarded-fetch-error.ts'
export { findKey, findSecret, getKey, keepSecret, shredKey } from './key-file.ts'
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
export type { MailSettings } from './operator-mail.ts'
export { addEntries, commit, enterFrom, hasEntry, makeEntry, type AuditEntry } from './audit/entry.ts'
export type { Inclusion } from './audit/inclusion.ts'
export { formatInclusion, type OpenedLeaf } from './audit/proof-file.ts'
export {
	commitReport,
	openReportLeaf,
	toReportContent,
	type BesideSeal,
	type RecordedReport,
} from './audit/recorded-report.ts'
export { findKeptCheckpoint } from './audit/kept-checkpoint.ts'
export { findLogKey } from './audit/log-signer/log-signer.ts'
export { openRecord, toRecordName, type PublicRecord } from './audit/record.ts'
export {
	compareWithWitnesses,
	createWitnessKeeper,
	keepWitnessed,
	type WitnessState,
} from './audit/witnesses/keep-witnessed.ts'
export { keepSequencing } from './audit/sequencer.ts'
export type { CheckErasure } from './audit/verify/verify-contents.ts'
export type { AskRecord } from './audit/verify/published/tree.ts'
export { verifyProof, type ProofVerdict } from './audit/verify/verify-proof.ts'
export { verifyPublished } from './audit/verify/published/verify-published.ts'
export { verifyRecord } from './audit/verify/verify-record.ts'
