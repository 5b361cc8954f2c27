/** What people did at the desk, as the public record holds it: kinds of acts, their words, how they are counted for the auditor. Rules only. */
export { stepWords } from './act-word.ts'
export {
	countKinds,
	findTracks,
	readPeriod,
	type ActGroup,
	type StepKind,
	type Tracks,
} from './recorded-acts.ts'
