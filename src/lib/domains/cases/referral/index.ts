/**
 * Door of referral: what leaves the desk. Dossiers for the police in Arabic and French, notices to hosts, lists for other
 * hotlines. Drafts only: nothing is sent from here.
 */
export {
	hashReceiptToken,
	isManifestOf,
	makeManifest,
	makeReceiptToken,
	toDossierJson,
	toNamesDigest,
	toReference,
	type Dossier,
	type DossierFile,
	type Manifest,
} from './dossier.ts'
export { toDossierSheet, type SheetFrame } from './dossier-sheet.ts'
export {
	toScartLetter,
	toScartUpload,
	toXarfReports,
	writeNotice,
	type NoticeCase,
	type NoticeSender,
	type NoticeWords,
} from './notice.ts'
export { dossierLanguages } from './paper-words.ts'
