import { failed, ok, type Issue, type Result } from '#base'
import { findBadTexts, toEvidence, type XarfText } from './evidence.ts'
import { findBadHashes, toFindingFields, type XarfFinding } from './finding.ts'
import { findForbidden } from './forbidden.ts'

/** Reporter and sender: an organisation with an address for answers. */
export type XarfContact = { org: string; contact: string; domain: string }

/** Report of a desk to a host. */
export type XarfReport = {
	/** A random UUID (version 4), new for each report. */
	reportId: string
	/** Time at which the content was seen. */
	seenAt: Date
	/** Time at which it was last checked to be there, and how. */
	verified?: { at: Date; method: 'manual' | 'user_report' }
	reporter: XarfContact
	/** The organisation that transmits, where it is another one. */
	sender?: XarfContact
	/** Exact address, `http` or `https`. */
	url: string
	/** IP address of the source where it is known; else the host of the address stands for it. */
	sourceAddress?: string
	finding: XarfFinding
	/** For people to read, at most 1,000 characters. */
	description?: string
	/** ISO 3166-1 alpha-2, upper case: where it is hosted. */
	hostCountry?: string
	evidence: readonly XarfText[]
	/** Traffic Light Protocol 2.0: how far the host may hand it on. A tag of the report, as are the next. */
	tlp?: 'clear' | 'green' | 'amber' | 'amber+strict' | 'red'
	/** `namespace:word` each, at most 18. */
	tags?: readonly string[]
	/** True for a report that is only to try the way: tagged `lifecycle:test`, which hosts that know it do not act on. */
	isTest?: boolean
}

const version = '4.2.0'
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u
const mail = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/u
const hostName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/u
/** The form that `content-base.json` gives a domain: narrower than DNS, so that names in other scripts have no field. */
const plainDomain = /^([a-z0-9]+(-[a-z0-9]+)*\.)+[a-z]{2,}$/u

const isContact = ({ org, contact, domain }: XarfContact): boolean =>
	org.trim() !== '' && org.length <= 200 && mail.test(contact) && hostName.test(domain)

const tag = /^[a-z0-9][a-z0-9_+-]*:[a-z0-9][a-z0-9_+-]*$/u

const toTags = ({ tlp, tags = [], isTest = false }: XarfReport): string[] => [
	...(tlp === undefined ? [] : [`tlp:${tlp}`]),
	...(isTest ? ['lifecycle:test'] : []),
	...tags,
]

const parseAddress = (url: string): URL | undefined => {
	const address = URL.canParse(url) ? new URL(url) : undefined
	return address && /^https?:$/u.test(address.protocol) ? address : undefined
}

const findIssues = (report: XarfReport): Issue[] => {
	const { finding, description = '', hostCountry = 'MA', sender = report.reporter } = report
	const days = [report.seenAt, ...(report.verified ? [report.verified.at] : [])]
	const wanted: [path: string, isGood: boolean, what: string][] = [
		['reportId', uuid.test(report.reportId), 'a UUID of version 4'],
		['seenAt', days.every((day) => !Number.isNaN(day.getTime())), 'times'],
		['reporter', isContact(report.reporter), 'a name, a mail address and a domain'],
		['sender', isContact(sender), 'a name, a mail address and a domain'],
		['url', parseAddress(report.url) !== undefined, 'an address with http or https'],
		['description', description.length <= 1000, 'at most 1000 characters'],
		[
			'tags',
			toTags(report).length <= 20 && toTags(report).every((one) => tag.test(one)),
			'tags such as tlp:amber',
		],
		['hostCountry', /^[A-Z]{2}$/u.test(hostCountry), 'two capital letters'],
		...findBadTexts(report.evidence).map((what): [string, boolean, string] => ['evidence', false, what]),
	]
	if (finding.type === 'csam')
		for (const name of findBadHashes(finding)) wanted.push([`finding.hashes.${name}`, false, 'hex digits'])
	return wanted
		.filter(([, isGood]) => !isGood)
		.map(([path, , what]) => ({ path, message: `writing a XARF report: wanted ${what}` }))
}

/** Without the fields that are not known: the standard has no null. */
const withoutUnknown = (fields: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))

/**
 * The report as an object to be sent as JSON, valid under `xarf-v4-master.json`; or every issue found. Times are UTC.
 * What {@link findForbidden} finds is an issue, too: no file, in whatever form it was given, becomes part of a report.
 * Nothing is added that was not given, except what the standard counts: hashes and sizes of the texts, the host's name.
 */
export const toXarf = (report: XarfReport): Result<Record<string, unknown>> => {
	const issues = findIssues(report)
	const address = parseAddress(report.url)
	if (issues.length > 0 || !address) return failed(...issues)
	const { reporter, verified, evidence } = report
	const tags = toTags(report)
	const written = withoutUnknown({
		xarf_version: version,
		report_id: report.reportId,
		timestamp: report.seenAt.toISOString(),
		reporter,
		sender: report.sender ?? reporter,
		source_identifier: report.sourceAddress ?? address.hostname,
		category: 'content',
		...toFindingFields(report.finding),
		url: address.href,
		domain: plainDomain.test(address.hostname) ? address.hostname : undefined,
		description: report.description,
		verified_at: verified?.at.toISOString(),
		verification_method: verified?.method,
		country_code: report.hostCountry,
		evidence: evidence.length > 0 ? evidence.map(toEvidence) : undefined,
		tags: tags.length > 0 ? tags : undefined,
	})
	const forbidden = findForbidden(written)
	return forbidden.length > 0 ? failed(...forbidden) : ok(written)
}
