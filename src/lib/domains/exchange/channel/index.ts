/** Messages of two hotlines over the signed channel, and reading them. Rules only. */
export {
	outcomeCodes,
	parseEnvelope,
	readSignedMessage,
	toPeerRef,
	type Envelope,
	type OutcomeCode,
} from './envelope.ts'
