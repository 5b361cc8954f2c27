import { sha256 } from '@noble/hashes/sha2.js'
import { parseCanonicalUrl } from './canonical-url.ts'

/** Labels of a host and parts of a path that are looked at. */
const [maxHostParts, maxPathParts] = [7, 4]

const isIpAddress = (host: string): boolean => host.startsWith('[') || /^\d+(?:\.\d+){3}$/u.test(host)

const listHosts = (host: string): string[] => {
	if (isIpAddress(host)) return [host]
	const labels = host.split('.')
	const hosts = [host]
	for (let at = Math.max(1, labels.length - maxHostParts); at < labels.length - 1; at++)
		hosts.push(labels.slice(at).join('.'))
	return hosts
}

const listPaths = (path: string, query: string): string[] => {
	const parts = path.split('/').filter((part) => part !== '')
	const paths = new Set(query === '' ? [path] : [`${path}?${query}`, path])
	for (let count = Math.min(parts.length, maxPathParts) - 1; count > 0; count--)
		paths.add(`/${parts.slice(0, count).join('/')}/`)
	return [...paths.add('/')]
}

/** Lists the expressions that a client hashes of an address that is about to be opened: each host suffix with each path prefix, at most 30; empty for no address. */
export const listExpressions = (url: string): string[] => {
	const parsed = parseCanonicalUrl(url)
	if (!parsed) return []
	const paths = listPaths(parsed.path, parsed.query)
	return listHosts(parsed.host).flatMap((host) => paths.map((path) => `${host}${path}`))
}

/** Finds the expression that a list holds of an address that is blocked: itself alone; `undefined` for no address. */
export const findExpression = (url: string): string | undefined => listExpressions(url)[0]

/** SHA-256 of an expression: 32 bytes, of which the first four are the prefix. */
export const hashExpression = (expression: string): Uint8Array =>
	sha256(Uint8Array.from(expression, (character) => character.charCodeAt(0)))
