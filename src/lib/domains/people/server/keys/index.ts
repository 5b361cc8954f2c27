/**
 * Door of the key store: files under `<dataDir>/keys`, apart from the database and from its backups. The server keeps and hands
 * out what it cannot open.
 */
export { recordActs, type RecordedAct } from './acts.ts'
export { findForeignKey } from './key-log-store.ts'
export { keepKeyActText } from './key-act-store.ts'
export { backUpKeys } from './backup.ts'
export { findCeremony, installCeremony } from './ceremony-files.ts'
export { destroyGroupKey, findErasure, finishErasures } from './destroy.ts'
export { keepErasureSignature, listErasureSignatures } from './erasure-signature-store.ts'
export {
	addGroupKey,
	endGroupKey,
	findHolderList,
	findWrap,
	getGroupKey,
	listGroupKeys,
	type StoredKey,
} from './group-keys.ts'
export { publishEpoch, startNextEpoch } from './publish.ts'
export { agreeTo, askFor, dropRequest, listRequests, removeWraps } from './requests.ts'
export { findUnopenable, restoreKeys } from './restore.ts'
export { findOwnKey, findStaffKey, keepStaffKey, listRecipients } from './staff-key-store.ts'
export { keepUnlock, listUnlockPasskeys, removeUnlock } from './unlock-store.ts'
