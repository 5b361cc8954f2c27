/** Requests and answers of the AWS Abuse Signal API (https://docs.aws.amazon.com/abuse-signal/latest/APIReference/), as values. */
import { failed, ok, type Issue, type Result } from '#base'
import { signForAws, type AwsCredentials, type AwsRequest } from './sig-v4.ts'

/** Outcomes of a notice, in words that fit every host. */
export const hostOutcomes = ['actioned', 'not-actioned', 'already-gone', 'not-ours', 'need-more'] as const
export type HostOutcome = (typeof hostOutcomes)[number]

const outcomes: Readonly<Record<string, HostOutcome>> = {
	ACTIONED: 'actioned',
	REVIEWED_NO_AWS_ACTION: 'not-actioned',
	CONTENT_DOWN_OR_INACCESSIBLE: 'already-gone',
	NOT_RESOLVABLE_TO_AWS: 'not-ours',
	NEED_MORE_INFORMATION: 'need-more',
}

/** Regions that have the service; what is told to one is kept in all of them. */
export const awsRegions = ['us-east-1', 'us-west-2', 'eu-west-2'] as const
export type AwsRegion = (typeof awsRegions)[number]

export type AwsSettings = { region: AwsRegion; credentials: AwsCredentials; at: Date }

const mostBytes = 5_242_880

const sign = (request: AwsRequest, { region, credentials, at }: AwsSettings): AwsRequest => ({
	...request,
	headers: signForAws(request, credentials, { region, service: 'abuse', at }),
})
const toUrl = (region: AwsRegion, path: string): string => `https://abuse.${region}.amazonaws.com/v1/${path}`

/**
 * The request that hands in a report of XARF 4. Sent again with the same `clientToken` within 24 hours it makes no second report; sign it
 * anew each time, a signature is good for five minutes.
 *
 * @param message - `clientToken`: id of our message; `correlationId`: reference of the referral, comes back with every answer; `findForbidden`: the
 * ban of the codec of reports, asked here once more
 */
export const toAwsReport = (
	report: Readonly<Record<string, unknown>>,
	message: {
		clientToken: string
		correlationId: string
		findForbidden: (report: unknown) => readonly Issue[]
	},
	settings: AwsSettings,
): Result<AwsRequest> => {
	const { clientToken, correlationId, findForbidden } = message
	const body = JSON.stringify({ clientToken, correlationId, report: { xarf: report } })
	const wanted: [path: string, isGood: boolean, what: string][] = [
		['clientToken', /^[\x21-\x7e]{1,128}$/u.test(clientToken), '1 to 128 visible letters'],
		['correlationId', /^[\w-]{1,256}$/u.test(correlationId), 'letters, digits, - and _'],
		['report', new TextEncoder().encode(body).length <= mostBytes, `at most ${mostBytes} bytes`],
	]
	const issues = [
		...wanted
			.filter(([, isGood]) => !isGood)
			.map(([path, , what]) => ({ path, message: `writing a report to AWS: wanted ${what}` })),
		...findForbidden(report),
	]
	if (issues.length > 0) return failed(...issues)
	const headers = { 'content-type': 'application/json' }
	return ok(sign({ method: 'POST', url: toUrl(settings.region, 'abuse'), headers, body }, settings))
}

const reportId = /^[a-zA-Z0-9]{20,64}$/u

/** The request that asks how far a report is; `undefined` for an id that AWS cannot have given. */
export const toAwsQuestion = (id: string, settings: AwsSettings): AwsRequest | undefined =>
	reportId.test(id)
		? sign({ method: 'GET', url: toUrl(settings.region, `abuse/${id}`), headers: {}, body: '' }, settings)
		: undefined

/**
 * Answer to a report that was handed in. `accepted`: it has an id now, nobody has looked at it. `later`: the same again, after so many seconds if it said so.
 * `rejected`: never again as it is. `settings`: our key or its rights are wrong, a person is needed.
 */
export type AwsReceipt =
	| { kind: 'accepted'; reportId: string }
	| { kind: 'later'; retryAfter: number | undefined }
	| { kind: 'rejected' | 'settings'; status: number }

/** State of a report. `done` with `outcome: undefined`: by a code that did not exist when this was written; a person reads it. */
export type AwsProgress =
	| { kind: 'waiting'; status: 'QUEUED' | 'PROCESSING' }
	| { kind: 'done'; outcome: HostOutcome | undefined; code: string }

type Reply = { status: number; retryAfter: string | null; body: string }

const parseBody = (body: string): Readonly<Record<string, unknown>> => {
	try {
		const value: unknown = JSON.parse(body.slice(0, 65_536))
		return typeof value === 'object' && value !== null ? { ...value } : {}
	} catch {
		return {}
	}
}

const readFault = ({ status, retryAfter }: Reply): Exclude<AwsReceipt, { kind: 'accepted' }> => {
	const seconds = /^\d{1,6}$/u.test(retryAfter ?? '') ? Number(retryAfter) : undefined
	if (status === 408 || status === 429 || status >= 500) return { kind: 'later', retryAfter: seconds }
	return { kind: status === 401 || status === 403 ? 'settings' : 'rejected', status }
}

/** Reads the answer to {@link toAwsReport}. */
export const readAwsReceipt = (reply: Reply): AwsReceipt => {
	if (reply.status < 200 || reply.status > 299) return readFault(reply)
	const id = parseBody(reply.body)['reportId']
	// Taken, but by an id that we cannot ask for: the same token again brings the same id.
	return typeof id === 'string' && reportId.test(id)
		? { kind: 'accepted', reportId: id }
		: { kind: 'later', retryAfter: undefined }
}

/** Reads the answer to {@link toAwsQuestion}. The words of AWS beside the code are left out. */
export const readAwsProgress = (reply: Reply): AwsProgress | Exclude<AwsReceipt, { kind: 'accepted' }> => {
	if (reply.status !== 200) return readFault(reply)
	const { status, reasonCode } = parseBody(reply.body)
	if (status === 'QUEUED' || status === 'PROCESSING') return { kind: 'waiting', status }
	if (status !== 'COMPLETED') return { kind: 'later', retryAfter: undefined }
	const code = typeof reasonCode === 'string' && /^[A-Z_]{1,60}$/u.test(reasonCode) ? reasonCode : ''
	return { kind: 'done', outcome: Object.hasOwn(outcomes, code) ? outcomes[code] : undefined, code }
}
