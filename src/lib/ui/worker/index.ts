/**
 * Starts a thread of ours on a page of the desk. The policy of those pages lets no text become code (W3C Trusted Types): this is the one place that
 * makes an address one of a script, and it takes addresses of our own origin only.
 */
type Rules = { createScriptURL: (address: string) => string }
type Trusting = { trustedTypes?: { createPolicy: (name: string, rules: Rules) => Rules } }

/** @throws TypeError for an address elsewhere */
const createScriptURL = (address: string): string => {
	if (new URL(address, location.href).origin === location.origin) return address
	throw new TypeError('starting a thread: its script is not ours')
}

const { trustedTypes }: Trusting = globalThis as Trusting
// The name stands in `deskPolicy` (`platform/server/security-headers.ts`).
const trusted = trustedTypes?.createPolicy('thiqa-worker', { createScriptURL }) ?? { createScriptURL }

/**
 * Starts a thread.
 *
 * @param address - of a module, as `import address from './x.ts?worker&url'` gives it
 * @throws TypeError when it is not of our origin
 */
export const startWorker = (address: string): Worker =>
	new Worker(trusted.createScriptURL(address), { type: 'module' })
