/** Messages of two hotlines over the signed channel, and reading them. Rules only. */
export {
	outcomeCodes,
	papLevels,
	parseEnvelope,
	readSignedMessage,
	toPeerRef,
	type Envelope,
	type OutcomeCode,
	type Pap,
} from './envelope.ts'
