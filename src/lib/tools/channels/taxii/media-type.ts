/** The media type of TAXII 2.1, and which requests understand it. */

export const taxiiType = 'application/taxii+json;version=2.1'
export const stixType = 'application/stix+json;version=2.1'

/** A media range with its parameters in lower case: `application/taxii+json; version=2.1`. */
const parseRange = (range: string): { type: string; parameters: ReadonlyMap<string, string> } => {
	const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
	const pairs = parameters.map((part) => {
		const [name = '', value = ''] = part.split('=')
		return [name.trim(), value.trim().replace(/^"(.*)"$/u, '$1')] as const
	})
	return { type, parameters: new Map(pairs) }
}

const isVersion = (version: string | undefined): boolean => version === undefined || version === '2.1'

/** Longer headers are not looked at. */
const longest = 1000

/** True when an `Accept` header takes our answers: TAXII 2.1 or without a version, or anything. No header takes anything. */
export const isAccepted = (accept: string | null): boolean => {
	if (accept === null || accept.trim() === '') return true
	if (accept.length > longest) return false
	return accept.split(',').some((range) => {
		const { type, parameters } = parseRange(range)
		if (Number(parameters.get('q') ?? 1) === 0) return false
		if (type === '*/*' || type === 'application/*') return true
		return type === 'application/taxii+json' && isVersion(parameters.get('version'))
	})
}

/** True when a `Content-Type` header says TAXII 2.1. */
export const isTaxii = (contentType: string | null): boolean => {
	if (contentType === null || contentType.length > longest) return false
	const { type, parameters } = parseRange(contentType)
	return type === 'application/taxii+json' && isVersion(parameters.get('version'))
}
