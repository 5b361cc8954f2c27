/**
 * A voice note or a screenshot that goes along with a report: what is taken, how it is sealed on the device, sent in pieces, and
 * opened at the desk. A door of its own: a phone loads it only where the operator has switched a kind on, and at first touch.
 */
export { type ListedAttachment, type Opened } from './attachment.ts'
export { chosenPictures, findFileType } from './file-type.ts'
export {
	attachmentKinds,
	attachmentLimits,
	coercionTiles,
	longestVoice,
	mostTogether,
	type AttachmentKind,
} from './kinds.ts'
export {
	openAttachment,
	sealAttachment,
	type AttachmentRefusal,
	type SealedAttachment,
} from './seal-attachment.ts'
export { sendAttachment, toNextPiece, type Sending } from './send-attachment.ts'
