/** Drafts of what leaves the desk: dossiers for the police, notices to hosts, lists for other hotlines. Drafts only: nothing is sent from here. */
export { hashReceiptToken, toNamesDigest, type Dossier } from './dossier.ts'
export { needsSecond } from './leaving.ts'
export { toXarfReports, type NoticeSender } from './notice.ts'
export { findPlaces, isLink, type ChosenPlace } from './place.ts'
