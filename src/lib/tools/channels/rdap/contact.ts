/** Finds whom to tell in an answer of RDAP (https://www.rfc-editor.org/rfc/rfc9083, section 5.1 and 10.2.4). */
import { findName, listMails, readJcard } from './jcard.ts'

/** Somebody who can be written to. `depth`: 0 for a contact of the thing itself, 1 for a contact of that contact, and so on. */
export type AbuseContact = { email: string; name: string; role: string; depth: number }

/**
 * Content of an answer. `registrant-fallback`: nobody is named for abuse, so the holder of the network, or the registrar of the name, who
 * can pass it on. The holder of a *name* is never one: it may be who did it, and would be warned.
 */
export type ContactFinding =
	| { kind: 'abuse'; contact: AbuseContact }
	| { kind: 'registrant-fallback'; contact: AbuseContact; why: 'no-abuse-contact' | 'abuse-without-mail' }
	| { kind: 'none'; why: 'no-contacts' | 'no-mail' }

type Entity = {
	roles: readonly string[]
	mails: readonly string[]
	name: string
	depth: number
	self: string | undefined
}

const [mostDepth, mostEntities] = [6, 500]

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
const listRecords = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : [])
const listTexts = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

const findSelf = (entity: Readonly<Record<string, unknown>>): string | undefined => {
	const href = listRecords(entity['links']).find(({ rel }) => rel === 'self')?.['href']
	return typeof href === 'string' ? href : undefined
}

/** All entities, the nearest first. */
const listEntities = (answer: unknown): Entity[] => {
	const found: Entity[] = []
	let level = isRecord(answer) ? listRecords(answer['entities']) : []
	for (let depth = 0; depth <= mostDepth && level.length > 0 && found.length < mostEntities; depth += 1) {
		const here = level.slice(0, mostEntities - found.length)
		for (const entity of here) {
			const card = readJcard(entity['vcardArray'])
			const roles = listTexts(entity['roles']).map((role) => role.toLowerCase())
			found.push({ roles, mails: listMails(card), name: findName(card), depth, self: findSelf(entity) })
		}
		level = here.flatMap((entity) => listRecords(entity['entities']))
	}
	return found
}

/** Roles to ask where nobody is named for abuse, the likeliest first. */
const fallbacks = {
	network: ['registrant', 'noc', 'technical', 'administrative'],
	domain: ['registrar', 'sponsor', 'reseller'],
} as const

const findWith = (entities: readonly Entity[], role: string): AbuseContact | undefined => {
	const entity = entities.find(({ roles, mails }) => roles.includes(role) && mails.length > 0)
	return entity && { email: entity.mails[0] ?? '', name: entity.name, role, depth: entity.depth }
}

/** Finds whom to tell, by an answer for a network or a name. Cards with wrong properties are read as far as they are right. */
export const findContact = (answer: unknown): ContactFinding => {
	const entities = listEntities(answer)
	if (entities.length === 0) return { kind: 'none', why: 'no-contacts' }
	const abuse = findWith(entities, 'abuse')
	if (abuse) return { kind: 'abuse', contact: abuse }
	const thing = isRecord(answer) && answer['objectClassName'] === 'domain' ? 'domain' : 'network'
	const contact = fallbacks[thing].map((role) => findWith(entities, role)).find((one) => one !== undefined)
	if (!contact) return { kind: 'none', why: 'no-mail' }
	const hasAbuse = entities.some(({ roles }) => roles.includes('abuse'))
	return { kind: 'registrant-fallback', contact, why: hasAbuse ? 'abuse-without-mail' : 'no-abuse-contact' }
}

/** Address under which the registry has more about the contact for abuse, where the answer only names it. */
export const findAbuseEntity = (answer: unknown): string | undefined =>
	listEntities(answer).find(
		({ roles, mails, self }) => roles.includes('abuse') && mails.length === 0 && self !== undefined,
	)?.self

/** Country that the registry has for a network: of who holds it, ISO 3166-1 alpha-2. `undefined` where it says none, or a region (`EU`, `AP`). */
export const readCountry = (answer: unknown): string | undefined => {
	const country = isRecord(answer) ? answer['country'] : undefined
	const code = typeof country === 'string' ? country.toUpperCase() : ''
	return /^[A-Z]{2}$/u.test(code) && !['EU', 'AP', 'ZZ'].includes(code) ? code : undefined
}
