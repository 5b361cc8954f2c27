import { checkDnsFilter, type ConfigFile, type DnsFilter } from '#tools/dns-filter'

/** A name, the zone's own name and `*.` must fit into the 253 characters of a name. */
const maxName = 235

/** Other rules, other number: programs see that the zone has changed. FNV-1a, 31 bits. */
const toSerial = (text: string): number => {
	let hash = 0x811c9dc5
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
	return (hash >>> 1) + 1
}

type Action = '.' | '*.' | 'rpz-passthru.'

const getParents = (name: string): string[] =>
	name
		.split('.')
		.map((_, at, labels) => labels.slice(at + 1).join('.'))
		.filter((parent) => parent !== '')

/**
 * Rules for the labels between a name and the nearest name above it that has a rule. In a zone every such label exists
 * without a record, and a name that exists stops the `*.` above it (RFC 4592, 2.2.2): what stands beside an exception
 * would be open.
 */
const toLabelsBetween = ({ rewrites, blocked, allowed, empty }: DnsFilter): string[] => {
	const actions = new Map<string, Action>([
		...empty.map((name) => [name, '*.'] as const),
		...blocked.map((name) => [name, '.'] as const),
		...allowed.map((name) => [name, 'rpz-passthru.'] as const),
	])
	const rewritten = new Set(rewrites.map(({ name }) => name))
	const findAbove = (name: string): Action | undefined => {
		const ruled = getParents(name).find((parent) => actions.has(parent))
		return ruled === undefined ? undefined : actions.get(ruled)
	}
	const between = new Set([...actions.keys(), ...rewritten].flatMap(getParents))
	const lines = [...between]
		.filter((name) => !actions.has(name) && !rewritten.has(name))
		.sort()
		.flatMap((name) => {
			const action = findAbove(name)
			return action === undefined ? [] : [`${name} CNAME ${action}`, `*.${name} CNAME ${action}`]
		})
	const belowRewritten = [...rewritten]
		.filter((name) => !actions.has(name))
		.flatMap((name) => {
			const action = findAbove(name)
			return action === undefined ? [] : [`*.${name} CNAME ${action}`]
		})
	return [...lines, ...belowRewritten]
}

/**
 * The zone `thiqa.rpz`. A zone that secondaries fetch needs a serial that grows: give one. Without it the serial follows
 * from the rules.
 */
export const toRpzFiles = (filter: DnsFilter, options: { serial?: number } = {}): ConfigFile[] => {
	const { rewrites, blocked, allowed, empty } = checkDnsFilter(filter)
	const between = toLabelsBetween(filter)
	const names = [...rewrites.map(({ name }) => name), ...blocked, ...allowed, ...empty]
	if (names.some((name) => name.length > maxName)) throw new Error('rpz: a name is too long for a zone')
	const withBelow = (name: string, target: string) => [`${name} CNAME ${target}`, `*.${name} CNAME ${target}`]
	const rules = [
		'; Safe search: the name is answered as its safe name.',
		...rewrites.map(({ name, target }) => `${name} CNAME ${target}.`),
		'; Left alone.',
		...allowed.flatMap((name) => withBelow(name, 'rpz-passthru.')),
		'; Refused, with everything below: the name does not exist.',
		...blocked.flatMap((name) => withBelow(name, '.')),
		'; The name exists and says nothing.',
		...empty.flatMap((name) => withBelow(name, '*.')),
		...(between.length > 0 ? ['; Between an exception and the name above it: as above.', ...between] : []),
		'',
	].join('\n')
	const text = [
		'; Family filter as a response policy zone. Never load it with an override such as nxdomain: safe search would stop.',
		'$TTL 300',
		'$ORIGIN thiqa.rpz.',
		`@ SOA localhost. root.localhost. ${options.serial ?? toSerial(rules)} 3600 600 604800 60`,
		'@ NS localhost.',
		rules,
	].join('\n')
	return [{ name: 'thiqa.rpz', type: 'text/dns', text, purpose: 'use' }]
}
