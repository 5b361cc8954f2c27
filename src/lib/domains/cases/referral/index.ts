/**
 * Door of referral: what leaves the desk. Dossiers for the police in Arabic and French, notices to hosts, lists for other
 * hotlines. Drafts only: nothing is sent from here.
 */
export {
	hashReceiptToken,
	isManifestOf,
	makeManifest,
	makeReceiptToken,
	toAttachmentList,
	toDossierJson,
	toNamesDigest,
	toQuotes,
	toReference,
	type Dossier,
	type DossierFile,
	type Manifest,
	type NamedPerson,
} from './dossier.ts'
export { toDossierSheet, type SheetFrame } from './paper/dossier-sheet.ts'
export {
	toScartLetter,
	toScartUpload,
	toXarfReports,
	toFileDigest,
	writeNotice,
	type NoticeCase,
	type NoticeSender,
	type NoticeWords,
} from './notice.ts'
export { dossierLanguages } from './paper-words.ts'
export {
	findAccount,
	findPlaces,
	findTypedLink,
	isLink,
	toAccountLine,
	toPlaceKey,
	type ChosenPlace,
	type Place,
} from './place.ts'
export { isList, leavingForms, needsSecond, type LeavingForm } from '../leaving.ts'
