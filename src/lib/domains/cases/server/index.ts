/**
 * Cases on the server: queue, acts on a case, second persons, what is kept, figures. Every act is checked against the table of
 * permissions and stands in the public record before anything is handed out.
 */
export { listActGroups } from './act-store.ts'
export { askApproval, decideApproval, listApprovals } from './approval-store.ts'
export type { CaseDatabase, CaseQueries, CaseTables } from './case-tables.ts'
export { deskContent } from './desk-content.ts'
export { acknowledgeDossier, exportDossier, handDossier } from './dossier-store.ts'
export { canTakeCase, getExposure, listExposure, noteExposure, pruneExposure } from './exposure-store.ts'
export { getDeskFigures, listPublished, publishFigures } from './figure-store.ts'
export {
	endEpoch,
	findCertificate,
	keepCertificate,
	listCertificates,
	toErasureDigest,
} from './keep/erasure-store.ts'
export { placeHold, releaseHold, toHoldDigest } from './keep/hold-store.ts'
export { eraseOverdue, hasUnfiled, listEpochCases } from './keep/retention-store.ts'
export { listLeft } from './left-store.ts'
export type { Mailroom } from './mailroom.ts'
export { makeDossier, makeDraftPages } from './make-dossier.ts'
export { noteLeaving } from './notice-store.ts'
export { recordActs } from './record.ts'
export { listDuties, listPauses, setDuty, setPause, type Duty } from './rota/duty-store.ts'
export { shareOut } from './rota/offer-store.ts'
export { answerAll } from './work/answer-store.ts'
export { noteAttached, type AttachedFile } from './work/attached-store.ts'
export { fileArrivals } from './work/arrival-store.ts'
export { assignCase, moveCase, noteRecheck, setCategory, toFindingDigest } from './work/case-store.ts'
export { findCase, type CaseView } from './work/case-view.ts'
export { askMerge, findAlike, leaveCluster, mergeCases } from './work/cluster-store.ts'
export { getRelation, type Desk, type DeskCase } from './work/desk-case.ts'
export { addNote, noteCall, setChecked } from './work/note-store.ts'
export { openForReading, toOpenDigest } from './work/open-store.ts'
export { countQueue, readQueue, type Queue } from './work/queue.ts'
export { noteSeen } from './work/seen-store.ts'
export { findEarlier, setTokens } from './work/token-store.ts'
export { countWaiting, listUnseen } from './work/unseen.ts'
