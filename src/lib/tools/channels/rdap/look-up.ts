/** Asks the registry: from an address or a name to whoever is told (https://www.rfc-editor.org/rfc/rfc9082). */
import { findRegistry, toPlainName, type Bootstrap, type RdapTarget } from './bootstrap.ts'
import { findAbuseEntity, findContact, readCountry, type ContactFinding } from './contact.ts'

/** A `fetch` that is asked for one thing. It may follow redirections itself, or hand them back. */
export type RdapFetch = (
	url: string,
	request: { headers: Readonly<Record<string, string>> },
) => Promise<{ status: number; headers: { get(name: string): string | null }; text(): Promise<string> }>

/** Reasons for no answer: `rate-limited` and `failed` may pass. */
type NoAnswer = 'no-registry' | 'not-found' | 'rate-limited' | 'failed' | 'bad-answer' | 'refused'

export type RdapFinding = (ContactFinding | { kind: 'none'; why: NoAnswer }) & {
	/** Country of who holds the network; none for a name. */
	country: string | undefined
	/** Host of the registry that answered or should have. */
	registry: string | undefined
	/** True where the registry does not ask for a contact for abuse (AFRINIC): that there is none says nothing, a person looks elsewhere. */
	isOptionalThere: boolean
	/** Seconds after which the registry may be asked again, where it said so. */
	retryAfter: number | undefined
}

type Asked = { answer: object; url: string } | { why: NoAnswer; url: string; retryAfter?: number }

const headers = { accept: 'application/rdap+json, application/json;q=0.8' } as const
const [mostRedirects, mostLabels, mostCharacters] = [3, 5, 4_194_304]
/** Registries in which a contact for abuse is a choice. */
const optional = /(?:^|\.)afrinic\.net$/u

/** Seconds to wait, from a number or a date (RFC 9110, section 10.2.3). */
const readRetryAfter = (text: string | null, now: Date): number | undefined => {
	if (text === null) return undefined
	const seconds = /^\d{1,9}$/u.test(text.trim()) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000
	return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds))
}

const parseAnswer = (text: string): unknown => {
	try {
		return text.length > mostCharacters ? undefined : JSON.parse(text)
	} catch {
		return undefined
	}
}

const faults: Readonly<Record<number, NoAnswer>> = {
	404: 'not-found',
	429: 'rate-limited',
	503: 'rate-limited',
}

const ask = async (first: string, fetch: RdapFetch, now: Date): Promise<Asked> => {
	let url = first
	for (let hop = 0; hop <= mostRedirects; hop += 1) {
		const reply = await fetch(url, { headers }).catch(() => undefined)
		if (!reply) return { why: 'failed', url }
		const location = reply.headers.get('location')
		const next =
			reply.status >= 300 && reply.status < 400 && location !== null ? URL.parse(location, url) : null
		if (next) {
			// Never from a locked way to an open one.
			if (url.startsWith('https:') && next.protocol !== 'https:') return { why: 'refused', url }
			url = next.href
			continue
		}
		const retryAfter = readRetryAfter(reply.headers.get('retry-after'), now)
		if (reply.status !== 200) {
			const why = faults[reply.status] ?? (reply.status >= 500 ? 'failed' : 'refused')
			return { why, url, ...(retryAfter === undefined ? {} : { retryAfter }) }
		}
		const answer = parseAnswer(await reply.text().catch(() => ''))
		return typeof answer === 'object' && answer !== null ? { answer, url } : { why: 'bad-answer', url }
	}
	return { why: 'refused', url }
}

/** The name as registries have it, and then without its first labels: whoever is asked knows the registered one only. */
const listNames = (name: string): string[] => {
	const labels = toPlainName(name).split('.').slice(-mostLabels)
	return labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'))
}

const toPaths = ({ kind, value }: RdapTarget): string[] =>
	kind === 'ip' ? [`ip/${encodeURI(value)}`] : listNames(value).map((name) => `domain/${name}`)

const describe = (asked: Asked, finding: ContactFinding | { kind: 'none'; why: NoAnswer }): RdapFinding => {
	const answer = 'answer' in asked ? asked.answer : undefined
	const registry = URL.parse(asked.url)?.hostname
	const port43 = answer && 'port43' in answer ? answer.port43 : ''
	return {
		...finding,
		country: readCountry(answer),
		registry,
		isOptionalThere: optional.test(registry ?? '') || (typeof port43 === 'string' && optional.test(port43)),
		retryAfter: 'retryAfter' in asked ? asked.retryAfter : undefined,
	}
}

/**
 * Finds whom to tell about an address or a name, and in which country the network is held. Never throws: what went wrong is `why`.
 * Asks at most four times for a name, once for an address, and once more where the contact for abuse is only named.
 */
export const lookUpContact = async (
	target: RdapTarget,
	{ bootstrap, fetch, now }: { bootstrap: Bootstrap; fetch: RdapFetch; now: Date },
): Promise<RdapFinding> => {
	const base = findRegistry(bootstrap, target)
	const paths = toPaths(target)
	if (base === undefined || paths.length === 0) {
		const nobody = { why: 'no-registry', url: '' } as const
		return describe(nobody, { kind: 'none', why: nobody.why })
	}
	let asked: Asked = { why: 'not-found', url: base }
	for (const path of paths) {
		asked = await ask(new URL(path, base).href, fetch, now)
		if (!('why' in asked) || asked.why !== 'not-found') break
	}
	if ('why' in asked) return describe(asked, { kind: 'none', why: asked.why })
	const found = findContact(asked.answer)
	const more = found.kind === 'abuse' ? undefined : findAbuseEntity(asked.answer)
	const entity = more === undefined ? undefined : URL.parse(more, asked.url)
	if (!entity || entity.origin !== new URL(asked.url).origin) return describe(asked, found)
	const told = await ask(entity.href, fetch, now)
	if (!('answer' in told)) return describe(asked, found)
	const itself = findContact({
		objectClassName: 'ip network',
		entities: [{ ...told.answer, roles: ['abuse'] }],
	})
	return describe(asked, itself.kind === 'abuse' ? itself : found)
}
