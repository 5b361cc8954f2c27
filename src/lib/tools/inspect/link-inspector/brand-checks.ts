import { checkGlance, dashedDomains, hasLureBeside, toTokens } from './known/brand-words.ts'
import { type Finding, toFinding } from './finding.ts'
import { checkFront } from './front-checks.ts'
import {
	arabicLures,
	bankWords,
	findOwner,
	type KnownName,
	knownNames,
	lures,
	strongLures,
} from './known/names.ts'
import { getOwnLabel, type LinkName } from './link-name.ts'
import { countSlips } from './shapes.ts'

const isLure = (token: string): boolean => lures.has(token) || /^\d{1,4}$/u.test(token)

/** A known name inside somebody else's own label: `facebook-login`, `whatsappgift`, `my-facebook`. */
const checkInside = (label: string, { name, isWord }: KnownName): Finding[] => {
	const tokens = toTokens(label)
	if (isWord) {
		const isAsking = tokens.includes(name) && tokens.length > 1 && hasLureBeside(label, name, strongLures)
		return isAsking ? [toFinding('brand-in-domain', name)] : []
	}
	if (!label.includes(name) || label === name) return []
	if (hasLureBeside(label, name, lures) || tokens.some(isLure)) return [toFinding('brand-in-domain', name)]
	return tokens.includes(name) || name.length >= 8 ? [toFinding('brand-in-domain', name, 'odd')] : []
}

/** Words and names of people that are a slip away from a known name. */
const ownWords =
	/^(?:papal|payal|fortuite|plantation|twister|twitchy|googled|googly|youtubers?|gerena|garuda)$/u

/** A slip of the finger: `facebok`, `instagarm`. Those who imitate keep the first letter, as eyes begin there. */
const checkTypo = (label: string): Finding[] => {
	if (ownWords.test(label)) return []
	for (const { name, isWord } of knownNames) {
		if (isWord || name.length < 6 || name === 'icloud') continue
		if (label[0] !== name[0] && label.slice(0, 2) !== `${name[1] ?? ''}${name[0] ?? ''}`) continue
		const most = name.length >= 9 ? 2 : 1
		const slips = countSlips(label, name, most)
		if (slips > 0 && slips <= most) return [toFinding('typo', name)]
	}
	return []
}

/** A known name as somebody's own label: theirs in another country, or somebody else's. */
const checkSame = (name: string, { ending, isHosted }: LinkName): Finding => {
	if (/^[a-z]{2}$|^com?\.[a-z]{2}$/u.test(ending)) return toFinding('brand-other-ending', name)
	// Under a common roof, as on `github.io`, services have honest pages too.
	return toFinding('brand-in-domain', name, isHosted ? 'odd' : 'severe')
}

/** The owner's own label: a known name under another ending, inside a longer one, or almost. */
const checkOwn = (label: string, name: LinkName): Finding[] => {
	const same = knownNames.find((known) => known.name === label && !known.isWord)
	if (same) return [checkSame(same.name, name)]
	if (/(?:^|-)(?:gov|gouv)-?ma(?:-|$)/u.test(label)) return [toFinding('brand-in-domain', 'gov.ma')]
	const dashed = dashedDomains.find(([joined]) => `-${label}-`.includes(joined))
	if (dashed) return [toFinding('brand-in-domain', dashed[1])]
	const inside = knownNames.flatMap((known) => checkInside(label, known)).slice(0, 1)
	if (inside.length > 0) return inside
	const glance = checkGlance(label)
	return glance.length > 0 ? glance : checkTypo(label)
}

/** Pages that show another site under its name, by design. */
const isProxy = (domain: string): boolean =>
	/^(?:translate\.goog|ampproject\.org|archive\.org)$/u.test(domain)

/** Names of others in a name: whose it pretends to be. */
export const checkBrands = (name: LinkName): Finding[] => {
	const { domain } = name
	if (domain === '') return []
	if (findOwner(domain)) return [toFinding('known-name', domain)]
	const label = getOwnLabel(name)
	const findings = [...checkOwn(label, name), ...(isProxy(domain) ? [] : checkFront(name))]
	const luring = toTokens(label).filter((token) => lures.has(token) || bankWords.test(token))
	if (findings.length === 0 && (luring.length > 1 || arabicLures.test(label)))
		findings.push(toFinding('lure-words', label))
	return findings
}
