/**
 * Reports of abuse to AWS by its Abuse Signal API (https://docs.aws.amazon.com/abuse-signal/latest/APIReference/), which takes XARF 4: what
 * is sent and what comes back, as values. Nothing is sent here.
 */
export {
	awsRegions,
	hostOutcomes,
	readAwsProgress,
	readAwsReceipt,
	toAwsQuestion,
	toAwsReport,
	type AwsProgress,
	type AwsSettings,
} from './aws-abuse.ts'
export type { AwsRequest } from './sig-v4.ts'
