import { checkGlance, dashedDomains, hasLureBeside } from './known/brand-words.ts'
import { type Finding, toFinding } from './finding.ts'
import { bankWords, findOwner, knownNames, lures } from './known/names.ts'
import type { LinkName } from './link-name.ts'

/** Labels that large sites use before a country's, so that `shop.fr.` is no domain in disguise. */
const usual =
	/^(?:www\d*|m|mobile|shop|store|blog|news|help|support|static|media|img|cdn|api|app|apps|mail|docs|dev|test|login|account|accounts|my|web|en|fr|ar)$/u

const distinct = knownNames.filter(({ isWord }) => !isWord)

/** Known domains long enough to mean something wherever they stand. */
const longDomains = distinct.flatMap(({ domains }) => domains.filter((own) => own.length > 6))

/** A whole address of another site put before the real name: `cihbank.ma.evil.example`. */
const checkPairs = (labels: readonly string[]): Finding[] => {
	// Libraries show other sites under their own name, on purpose.
	const isLibrary = labels.some((label) => /^(?:ez|lib)proxy\d*$/u.test(label))
	for (let place = 1; place < labels.length; place++) {
		const [label = '', ending = ''] = [labels[place - 1], labels[place]]
		const pair = `${label}.${ending}`
		if (findOwner(pair) || /^go[uv]{1,2}\.ma$/u.test(pair)) return [toFinding('domain-in-subdomain', pair)]
		if (label.length < 3 || usual.test(label)) continue
		if (/^(?:com|net|org|gov)$/u.test(ending))
			return [toFinding('domain-in-subdomain', pair, isLibrary ? 'odd' : 'severe')]
		if (/^[a-z]{2}$/u.test(ending) && (bankWords.test(label) || ending === 'ma'))
			return [toFinding('domain-in-subdomain', pair)]
	}
	return []
}

/** A known name in one label before the real name: `www-facebook-com`, `secure-facebook-login`, `faceb00k`. */
const checkLabel = (label: string, domain: string): Finding[] => {
	const dashed = dashedDomains.find(([joined]) => `-${label}-`.includes(joined))
	if (dashed) return [toFinding('domain-in-subdomain', dashed[1])]
	const named = distinct.find(({ name }) => label.includes(name))
	if (named) {
		const isAsking = label !== named.name && hasLureBeside(label, named.name, lures)
		return [toFinding('brand-in-subdomain', named.name, isAsking ? 'severe' : 'odd')]
	}
	const glance = checkGlance(label)[0]
	if (glance) return [toFinding('brand-in-subdomain', glance.detail, 'severe')]
	return bankWords.test(label) && !bankWords.test(domain) ? [toFinding('lure-words', label)] : []
}

/** Checks what is put in front of the real name to be read in its place. */
export const checkFront = ({ before, domain, ascii }: LinkName): Finding[] => {
	if (before === '') return []
	const host = `.${ascii}`
	const whole = longDomains.find((own) => host.includes(`.${own}.`) || host.includes(`.${own}-`))
	if (whole !== undefined) return [toFinding('domain-in-subdomain', whole)]
	const labels = before.split('.').slice(-12)
	const pairs = checkPairs(labels)
	if (pairs.length > 0) return pairs
	return labels.map((label) => checkLabel(label, domain)).find((found) => found.length > 0) ?? []
}
