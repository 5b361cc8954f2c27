import { ok, refused, type Result } from '#base'
import { findAction, findFallback } from './action-link.ts'
import { checkAddress, isAddress } from './address-checks.ts'
import { checkBrands } from './brand-checks.ts'
import { type Finding, type Severity, showHidden, toFinding } from './finding.ts'
import { type LinkName, toLinkName } from './link-name.ts'
import { checkName } from './name-checks.ts'
import { checkPath, findTarget } from './path-checks.ts'
import { toUnicodeName } from './punycode.ts'
import { findWebLinks, type RawLink, toRawLink } from './raw-link.ts'

/** A piece of a link and what it is; `domain` is the piece that says whose it is. */
export type LinkPart = { role: 'scheme' | 'user' | 'before' | 'domain' | 'port' | 'rest'; text: string }

/** `nothing-odd` is not `safe`: it says only that nothing was seen. */
type Verdict = 'trick' | 'odd' | 'nothing-odd'

export type LinkReport = {
	/** The link from its first to its last character; what would not be seen is written as `[U+202E]`. */
	parts: readonly LinkPart[]
	/** Name that the link leads to, as people read it and as the network does; absent when the link opens no page. */
	name?: { shown: string; ascii: string }
	/** Heaviest first. */
	findings: readonly Finding[]
	verdict: Verdict
	/** Address that it leads on to. */
	leadsTo?: LinkReport
}

/** No message that people get is longer; more is refused before it is read. */
const longestText = 10_000
const longestShown = 2_000
const longLink = 1_000

const order: readonly Severity[] = ['severe', 'odd', 'note']
const verdicts: Readonly<Record<Severity, Verdict>> = { severe: 'trick', odd: 'odd', note: 'nothing-odd' }

const sort = (findings: readonly Finding[]): Finding[] => {
	const seen = new Set<string>()
	return order
		.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
		.filter(({ code }) => !seen.has(code) && seen.add(code))
}

const toVerdict = (findings: readonly Finding[], next?: Verdict): Verdict => {
	const own = verdicts[findings[0]?.severity ?? 'note']
	if (own === 'trick' || next === 'trick') return 'trick'
	return own === 'odd' || next === 'odd' ? 'odd' : 'nothing-odd'
}

const toParts = (raw: RawLink, name: LinkName): LinkPart[] => {
	const shownName = isAddress(name) || name.domain === '' ? name.unicode : toUnicodeName(name.domain)
	const parts: LinkPart[] = [
		{ role: 'scheme', text: raw.scheme === '' ? '' : `${raw.scheme}:${raw.slashes}` },
		{ role: 'user', text: raw.user === undefined ? '' : `${raw.user}@` },
		{ role: 'before', text: name.before === '' ? '' : `${toUnicodeName(name.before)}.` },
		{ role: 'domain', text: shownName },
		{ role: 'port', text: name.port === '' ? '' : `:${name.port}` },
		{ role: 'rest', text: raw.rest },
	]
	return parts
		.filter(({ text }) => text !== '')
		.map(({ role, text }) => ({ role, text: showHidden(text, longestShown) }))
}

const checkWhole = (link: string, raw: RawLink, name: LinkName): Finding[] => {
	const isLocal = checkAddress(name).some(({ code }) => code === 'local-address')
	const findings: Finding[] = []
	if (raw.user !== undefined) findings.push(toFinding('user-info', raw.user))
	if (/^(?:http|ftp|ws)$/u.test(raw.scheme) && !isLocal) findings.push(toFinding('not-encrypted'))
	const isUsual = raw.scheme === '' || raw.slashes === '//'
	if (!isUsual || /^\\/u.test(raw.rest)) findings.push(toFinding('odd-writing', link.slice(0, 60)))
	if (link.length > longLink) findings.push(toFinding('very-long', String(link.length)))
	return findings
}

const inspectPage = (link: string, depth: number): LinkReport => {
	const raw = toRawLink(link)
	const name = toLinkName(raw)
	const target = depth < 2 ? findTarget(raw.rest, name) : undefined
	const leadsTo = target === undefined ? undefined : inspectPage(target, depth + 1)
	const found = [
		...checkWhole(link, raw, name),
		...checkName(name),
		...checkAddress(name),
		...checkBrands(name),
		...checkPath(raw.rest, name),
	]
	if (leadsTo) found.push(toFinding('redirect', leadsTo.name?.shown ?? ''))
	const findings = sort(found)
	const shown = toUnicodeName(name.domain === '' ? name.ascii : name.domain)
	return {
		parts: toParts(raw, name),
		name: {
			shown: showHidden(shown, 260),
			ascii: showHidden(name.domain === '' ? name.ascii : name.domain, 260),
		},
		findings,
		verdict: toVerdict(findings, leadsTo?.verdict),
		...(leadsTo ? { leadsTo } : {}),
	}
}

const inspectAction = (text: string, found: readonly Finding[]): LinkReport => {
	const fallback = findFallback(text)
	const leadsTo = fallback === undefined ? undefined : inspectPage(fallback, 1)
	const colon = text.indexOf(':') + 1
	const parts: LinkPart[] = [
		{ role: 'scheme', text: showHidden(text.slice(0, colon), 60) },
		{ role: 'rest', text: showHidden(text.slice(colon), longestShown) },
	]
	const findings = sort(found)
	return {
		parts: parts.filter((part) => part.text !== ''),
		findings,
		verdict: toVerdict(findings, leadsTo?.verdict),
		...(leadsTo ? { leadsTo } : {}),
	}
}

/** Reasons why there is no report. */
export type LinkProblem = 'empty' | 'no-link' | 'too-long'

/**
 * Says what a link really is, from its writing alone: nothing is opened or asked for. Takes a link, or a message with
 * one inside. Refuses: `empty`, `too-long`, `no-link`.
 */
export const inspectLink = (text: string): Result<LinkReport, LinkProblem> => {
	if (text.length > longestText) return refused('too-long')
	const whole = text.replace(/^[\s\p{Cf}\p{Cc}]+|[\s\p{Cf}\p{Cc}]+$/gu, '')
	if (whole === '') return refused('empty')
	const action = findAction(whole)
	if (action) return ok(inspectAction(whole, action))
	const [first, ...others] = findWebLinks(whole)
	if (first === undefined) return refused('no-link')
	const report = inspectPage(first, 0)
	if (others.length === 0) return ok(report)
	return ok({
		...report,
		findings: [...report.findings, toFinding('several-links', String(others.length + 1))],
	})
}
