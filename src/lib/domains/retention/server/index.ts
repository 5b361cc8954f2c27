/** Holds, erasing what is over, the end of an epoch. */
export {
	endEpoch,
	findCertificate,
	keepCertificate,
	listCertificates,
	toErasureDigest,
} from './erasure-store.ts'
export { placeHold, releaseHold, toHoldDigest } from './hold-store.ts'
export { eraseOverdue, hasUnfiled, listEpochCases } from './retention-store.ts'
