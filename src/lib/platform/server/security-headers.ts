/**
 * Headers of every answer. The content policy of a page stands in the page itself (hashes of its styles); the header
 * adds what a page cannot say: who may frame it. `same-origin` and not `no-referrer`: a form of ours must keep its
 * origin, or its POST is refused.
 */
export const securityHeaders: readonly (readonly [name: string, value: string])[] = [
	['content-security-policy', "frame-ancestors 'none'"],
	['x-content-type-options', 'nosniff'],
	['referrer-policy', 'same-origin'],
	['permissions-policy', 'camera=(), geolocation=(), microphone=()'],
	['cross-origin-opener-policy', 'same-origin'],
	['cross-origin-resource-policy', 'same-origin'],
]

/**
 * Added to the policy of pages of the desk, where keys are opened and words of strangers are read: no text becomes markup or code there (W3C Trusted
 * Types), but for the templates of Svelte and our starter of threads (`ui/worker`).
 */
export const deskPolicy = "require-trusted-types-for 'script'; trusted-types svelte-trusted-html thiqa-worker"
