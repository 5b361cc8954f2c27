/**
 * A report without a name, and the mailbox that answers it: what is asked, what is sealed, which key it is sealed to, what the two
 * sides write. Rules only. Browsers load `sealing/` and `mailbox/`; what is kept stands in `server/`.
 */
export {
	formatMessage,
	letterLimit,
	openAnswer,
	parseMessage,
	signAnswer,
	type Message,
	type SafeHours,
} from './answer.ts'
export { mostByHand, type ByHandRefusal } from './by-hand.ts'
export { toCopyText } from './copy-text.ts'
export { openEpoch } from './keys/epoch.ts'
export { toFailure, type Failure } from './form/form-failures.ts'
export { collectAnswers, formFields, readSafeHours, type FormField } from './form/form-fields.ts'
export { pickFirstMinutes, toFit } from './first-minutes.ts'
export {
	dangerPictures,
	hasFirstMinutes,
	reporters,
	tiles,
	type Reporter,
	type Tile,
} from './form/form-steps.ts'
export { findBrowserRisk, toBrowserLink, type BrowserRisk } from './guard.ts'
export {
	doorsAtOnce,
	formatDoors,
	mergeDoors,
	pickDoors,
	type DoorGroups,
	type DoorQuestion,
} from './other-doors.ts'
export { letterSizes, reportSizes } from './report-sizes.ts'
export { parseAnswers, parseReport, toWritten, type Answers, type Report } from './report.ts'
export type { Answering } from './answering.ts'
export { dayAndNight, promisedHours } from './promise.ts'
export { statuses, type Status } from './status.ts'
export { toReceiptProblem } from './receipt-issues.ts'
