/** Referrals to AWS by its Abuse Signal API: how they go out, and what it says of them. */
export { awsKeyFile, type AskAws, type AwsOptions } from './aws-options.ts'
export { createAwsWay } from './aws-way.ts'
export { hearFromAws } from './progress-store.ts'
