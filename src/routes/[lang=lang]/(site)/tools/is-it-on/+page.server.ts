import type { PageServerLoad } from './$types'

/** It depends on the operator's domain, which is known where it runs and not where it is built. */
export const prerender = false

export const load: PageServerLoad = ({ locals }) => {
	const { canaryDomain } = locals
	if (canaryDomain !== undefined) locals.connectTo = [`https://*.${canaryDomain}`]
	return { canaryDomain }
}
