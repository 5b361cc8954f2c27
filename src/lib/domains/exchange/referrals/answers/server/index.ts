/** Answers of partners and referrals to us: over the channel, on a page of their own, by hand. */
export {
	answerByToken,
	findByToken,
	handMoves,
	makeAnswerLink,
	moveByHand,
	noteAnswer,
	putAnswerLink,
	takeOutcome,
} from './answer-store.ts'
export { fileReferral } from './file-store.ts'
export { openWords, takeReferral } from './inbox-store.ts'
export { takeUpReferral } from './take-up-store.ts'
export { answerReferral } from './reply-store.ts'
export { sendNote, takeNote } from './note-store.ts'
