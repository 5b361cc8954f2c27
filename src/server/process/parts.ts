/** Decides which part of the product answers an address: the others answer 404, whatever lies in memory. */
import type { ProcessRole } from '#platform'

/** Addresses that every process answers: its health, its own files, whom to tell of a weakness, what search engines may ask. */
const always =
	/^\/(?:health(?:\/(?:live|ready))?|robots\.txt|favicon\.ico|icon\.svg|apple-touch-icon\.png)$|^\/(?:_app|\.well-known)\//u

/** In this order; what stands nowhere is the website's. */
const parts: readonly { address: RegExp; roles: readonly ProcessRole[] }[] = [
	{ address: /^\/desk(?:\/|$)/u, roles: ['desk'] },
	{ address: /^\/intake(?:\/|$)/u, roles: ['intake'] },
	{ address: /^\/[a-z-]+\/(?:report|mailbox)(?:\/|$)/u, roles: ['intake'] },
	{ address: /^\/record\//u, roles: ['intake', 'desk'] },
	{ address: /^\/(?:coop|taxii2|feeds|hashes|v4)(?:\/|$)/u, roles: ['exchange'] },
	{ address: /^/u, roles: ['site', 'classroom'] },
]

/** True when a process with these roles answers a path (its percent signs resolved). */
export const isAnsweredHere = (path: string, roles: readonly ProcessRole[]): boolean =>
	always.test(path) ||
	parts.find(({ address }) => address.test(path))?.roles.some((role) => roles.includes(role)) === true

/** True when a process with these roles answers every address. */
export const isWhole = (roles: readonly ProcessRole[]): boolean =>
	parts.every((part) => part.roles.some((role) => roles.includes(role)))
