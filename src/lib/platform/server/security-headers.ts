/**
 * Headers of every answer. The content policy of a page stands in the page itself (hashes of its styles); the header
 * adds what a page cannot say: who may frame it. `same-origin` and not `no-referrer`: a form of ours must keep its
 * origin, or its POST is refused.
 */
export const securityHeaders: readonly (readonly [name: string, value: string])[] = [
	['content-security-policy', "frame-ancestors 'none'"],
	['x-content-type-options', 'nosniff'],
	['referrer-policy', 'same-origin'],
	['permissions-policy', 'camera=(), geolocation=(), microphone=(), interest-cohort=()'],
	['cross-origin-opener-policy', 'same-origin'],
	['cross-origin-resource-policy', 'same-origin'],
]
