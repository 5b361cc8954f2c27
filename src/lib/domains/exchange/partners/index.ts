/** Partners of the exchange desk: what was agreed with them, what may flow, which of their keys count. Rules only. */
export {
	isAgreedOn,
	isAwsAddress,
	isKeyGood,
	isWithinMarks,
	mayFlow,
	mayShare,
	papLevels,
	tlpLevels,
	type Channel,
	type ChannelKind,
	type Flow,
	type Pap,
	type Partner,
	type PartnerKey,
	type PartnerKind,
	type Tlp,
} from './partner.ts'
