/** The guard of the desk, asked before any page or endpoint under /desk: refuses unless something here lets a request through. */

export const isDeskPath = (pathname: string): boolean => pathname === '/desk' || pathname.startsWith('/desk/')

/** True for what one needs to get a session; everything else under /desk asks for one. */
const isOpenPath = (pathname: string): boolean =>
	pathname === '/desk/sign-in' ||
	/^\/desk\/enrol\/[\w-]{1,64}$/u.test(pathname) ||
	pathname.startsWith('/desk/auth/')

type DeskRequest = {
	pathname: string
	method: string
	/** `Origin` header of the request. */
	from: string | null
	/** Our own origin as this request sees it. */
	origin: string
	isSignedIn: boolean
}

/**
 * Finds why a request may not go on: `method` (405), `foreign` (403: something is to be changed and the request does not come from
 * a page of ours), `sign-in` (nobody is signed in); `undefined` when it may.
 */
export const findRefusal = ({
	pathname,
	method,
	from,
	origin,
	isSignedIn,
}: DeskRequest): 'method' | 'foreign' | 'sign-in' | undefined => {
	const isRead = method === 'GET' || method === 'HEAD'
	if (!isRead && method !== 'POST') return 'method'
	if (!isRead && from !== origin) return 'foreign'
	return isSignedIn || isOpenPath(pathname) ? undefined : 'sign-in'
}
