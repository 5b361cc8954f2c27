import { type Finding, toFinding } from './finding.ts'
import type { LinkName } from './link-name.ts'

const plainAddress = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/u

/** Addresses that stay inside a house, a school or the device (RFC 6890): the page of a box, a printer. */
const isLocalAddress = (address: string): boolean =>
	/^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0$)/u.test(address) ||
	/^\[(?:::1?|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*)\]$/u.test(address)

const isLocalName = (name: string): boolean =>
	/^[^.]+$|(?:^|\.)(?:localhost|local|lan|internal|home\.arpa)$/u.test(name)

/** True for a link that is told apart by a number, not by a name. */
export const isAddress = (name: LinkName): boolean =>
	plainAddress.test(name.ascii) || name.ascii.startsWith('[')

/** A number in place of a name, above all one that is written so that nobody sees that it is a number; odd ports. */
export const checkAddress = (name: LinkName): Finding[] => {
	const findings: Finding[] = []
	if (isAddress(name)) {
		const isPlain = name.ascii.startsWith('[') ? !/ffff/u.test(name.ascii) : plainAddress.test(name.raw)
		if (!isPlain) findings.push(toFinding('ip-disguised', name.ascii))
		else if (isLocalAddress(name.ascii)) findings.push(toFinding('local-address', name.ascii))
		else findings.push(toFinding('ip-address', name.ascii))
	} else if (isLocalName(name.ascii) && !name.isBroken) findings.push(toFinding('local-address', name.ascii))
	if (name.port !== '') findings.push(toFinding('port', name.port))
	return findings
}
