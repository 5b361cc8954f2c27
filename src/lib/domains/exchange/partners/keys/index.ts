/** Keys of partners: whether each counts, its fingerprint as it is read out over the telephone, what runs out. */
export { findFingerprint, toGroups } from './fingerprint.ts'
export {
	getKeyState,
	judgeKeys,
	mostDays,
	overlapDays,
	revocationReasons,
	type PartnerKeyState,
} from './key-state.ts'
export { findFirstEnd, type FirstEnd } from './first-end.ts'
