import { checkDnsFilter, type ConfigFile, type DnsFilter } from '#base'

/** A name, the zone's own name and `*.` must fit into the 253 characters of a name. */
const maxName = 235

/** Other rules, other number: programs see that the zone has changed. FNV-1a, 31 bits. */
const toSerial = (text: string): number => {
	let hash = 0x811c9dc5
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
	return (hash >>> 1) + 1
}

/**
 * The zone `thiqa.rpz`. A zone that secondaries fetch needs a serial that grows: give one. Without it the serial follows
 * from the rules.
 */
export const toRpzFiles = (filter: DnsFilter, options: { serial?: number } = {}): ConfigFile[] => {
	const { rewrites, blocked, allowed, empty } = checkDnsFilter(filter)
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
