/** Targets of the owners of a zone, from names that are blocked and names that are not. */

/** Host names in lower case, in letters of DNS (`xn--…`), without a dot at the end. */
export type ListedNames = { blocked: readonly string[]; exceptions: readonly string[] }

/** Owner without the zone's name to the target of its CNAME, for itself and for everything below it; sorted by owner. */
export type ZoneRules = {
	rules: ReadonlyMap<string, string>
	/** Names that a zone of this origin cannot hold: too long, or not written as host names are. */
	leftOut: readonly string[]
}

const passthru = 'rpz-passthru.'

/** Each label 1 to 63 letters, digits, hyphens or underscores. Nothing else can reach a line of the zone. */
const hostName = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u

/** Characters of a name in DNS, beside the length of its labels. */
const maxName = 253

const findAbove = <Value>(name: string, values: ReadonlyMap<string, Value>): Value | undefined => {
	for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
		const found = values.get(name.slice(dot + 1))
		if (found !== undefined) return found
	}
	return undefined
}

/** Names between this one and the nearest with a rule, the longest first. */
const listBetween = (name: string, values: ReadonlyMap<string, string>): string[] => {
	const between: string[] = []
	for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
		const parent = name.slice(dot + 1)
		if (values.has(parent)) return between
		between.push(parent)
	}
	return []
}

/**
 * The rules of a zone. What stands below a name with the same target needs no rule, and an exception above which nothing is blocked none
 * either: it would open what another zone of the same resolver closes. Labels between an exception and the blocked name above get a rule of their own, since a name that exists
 * stops the `*.` above it (RFC 4592, 2.2.2).
 *
 * @param stopPage host name of the page that explains, without a dot at the end
 */
export const toZoneRules = (
	{ blocked, exceptions }: ListedNames,
	{ origin, stopPage }: { origin: string; stopPage: string },
): ZoneRules => {
	const longest = maxName - `*..${origin}`.length
	const targets = new Map<string, string>()
	const leftOut: string[] = []
	for (const [names, target] of [
		[blocked, `${stopPage}.`],
		[exceptions, passthru],
	] as const)
		for (const name of names)
			if (name.length <= longest && hostName.test(name)) targets.set(name, target)
			else leftOut.push(name)
	const found = new Map<string, string>()
	for (const [name, target] of targets) {
		const above = findAbove(name, targets)
		if (above === target || (above === undefined && target === passthru)) continue
		found.set(name, target)
		if (above !== undefined) for (const between of listBetween(name, targets)) found.set(between, above)
	}
	const rules = new Map<string, string>()
	for (const owner of [...found.keys()].sort()) rules.set(owner, found.get(owner) ?? '')
	return { rules, leftOut }
}
