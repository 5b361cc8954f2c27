/** Hosts of something, as the server answers a page: plain values. */

/** Word of a registry about a network, or about the name itself. */
export type HostNetwork = {
	/** ISO 3166-1 alpha-2 of who holds the network, which need not be where the machine stands. */
	country: string | undefined
	/** Host of the registry that was asked. */
	registry: string | undefined
	/** True where the registry does not ask for a contact for abuse: that there is none says nothing. */
	isOptionalThere: boolean
	/** `isNear`: of the network itself; else of one of its contacts. */
	contact?: { email: string; name: string; isNear: boolean }
	/** `abuse`: the contact is the one for abuse. Else why it is not, or why there is none. */
	why: string
}

export type HostAnswer =
	| { kind: 'asked'; country: string | undefined; networks: readonly HostNetwork[] }
	/** `no-registries`: nobody told us whom to ask; `no-address`: the name leads nowhere. */
	| { kind: 'unasked'; why: 'no-registries' | 'no-address' }
