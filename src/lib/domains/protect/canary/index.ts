/** "Is it really on?": what a browser asks of the canary names, and what may be said of the answers. */
export {
	judge,
	questions,
	readOutcome,
	runProbes,
	toAnswer,
	toProbeHost,
	unknownReasons,
	type Outcome,
	type Probe,
	type ProbeName,
	type Scope,
	type Verdict,
} from '../is-it-on.ts'
