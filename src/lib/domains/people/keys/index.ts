/**
 * Door of the desk's keys: made, wrapped and opened where their owner sits. Values in, values out; files stand behind
 * `#domains/people/server/keys`. Format of all that is wrapped: age (https://age-encryption.org/v1).
 */
export {
	changePassphrase,
	makeAnalystKey,
	readRecoveryCode,
	restoreAnalystKey,
	unlockAnalystKey,
	type AnalystKey,
	type KeyRefusal,
	type UnlockedKey,
} from './secrets/analyst-key.ts'
export type { RecoveryRefusal } from './secrets/recovery-code.ts'
export {
	addDailyWrap,
	askPhrase,
	readSalt,
	unlockDaily,
	type Argon2id,
	type AskWay,
	type DailyWay,
	type DailyWrap,
	type WayRefusal,
} from './secrets/daily-wrap.ts'
export {
	cut,
	makeEscrow,
	makeRoot,
	openRootNote,
	parseEscrowText,
	restoreEscrow,
	signWithRoot,
	toEscrowText,
} from './secrets/ceremony.ts'
export {
	makeEpoch,
	makeIndexKey,
	openEpoch,
	openIndexKey,
	readSecret,
	wrapSecret,
	type EpochKey,
	type GroupKey,
} from './secrets/group-secret.ts'
export {
	epochStates,
	findRotationReason,
	getLastPlanned,
	getServiceEnd,
	isAhead,
	isEndable,
	isEpochId,
	isIndexId,
	isQuiet,
	mayFollow,
	parseEpochText,
	planEpoch,
	planIndex,
	planNextEpoch,
	toEpochText,
	type EpochSpan,
	type EpochState,
	type RotationReason,
} from './epoch-plan.ts'
export { backupDays, formatErasure, getBackupsOver, parseErasure, type Erasure } from './erasure.ts'
export { checkErasure, parseSignedErasure, signErasure } from './signed-erasure.ts'
export { compareHolders, openHolderList, signHolderList, type LastPublished } from './holder-list.ts'
export { isOtherRoot, isPublishedBy, readGivenRoot } from './given-root.ts'
export { mayAgree, mayHoldKeys, type KeyAct, type KeyRequest } from './holding.ts'
export { keyring, lockAfter } from './keyring.ts'
export type { OwnKey, StoredUnlock, UnlockPasskey } from './own-key.ts'
export {
	parseAnalystKey,
	parseDailyWrap,
	parseGroupKey,
	parseWrap,
	parseWrapFile,
	type NewDailyWrap,
} from './received.ts'
