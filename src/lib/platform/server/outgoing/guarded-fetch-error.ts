import { AppError } from '#base'

/**
 * Reasons for which a request was not sent or not answered. `scheme`, `host`, `address` and `redirects` are refusals that no second try changes;
 * `bytes` and `encoding` speak of the answer; `time`, `name` and `network` may pass.
 */
export type FetchFault =
	| 'scheme'
	| 'host'
	| 'address'
	| 'redirects'
	| 'bytes'
	| 'encoding'
	| 'time'
	| 'name'
	| 'network'

const passing: readonly FetchFault[] = ['time', 'name', 'network']

const what: Readonly<Record<FetchFault, string>> = {
	scheme: 'wanted an https address without an account',
	host: 'the host is on no list',
	address: 'the name leads to an address that is not of the public internet',
	redirects: 'too many redirections',
	bytes: 'the answer is too large',
	encoding: 'the answer is packed in a way that was not asked for, or broken',
	time: 'no whole answer in time',
	name: 'the name has no address now',
	network: 'no connection, or it broke',
}

/** Code `fetch.refused`. The message names the kind of fault, never the address. */
export class GuardedFetchError extends AppError {
	override name = 'GuardedFetchError'
	readonly fault: FetchFault
	/** True when the same request may succeed later. */
	readonly mayPass: boolean

	constructor(fault: FetchFault) {
		super('fetch.refused', 502, `asking another machine: ${what[fault]}`)
		this.fault = fault
		this.mayPass = passing.includes(fault)
	}
}
