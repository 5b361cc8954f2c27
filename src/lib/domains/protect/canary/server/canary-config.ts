/** The environment of the canary helper, read once at start. */
import { failed, ok, type Issue, type Result } from '#base'
import { isHostName, isIpAddress } from '#tools/dns-filter'
import type { CanaryAddress, CanaryPlace } from '#tools/dns-filter/canary-zone'
import * as v from 'valibot'

/** Address on which a server listens. */
export type Listen = { host: string; port: number }

export type CanaryConfig = {
	place: CanaryPlace
	/** Public address of the website, the only one whose pages may read the answers. */
	site: string
	dns: Listen
	web: Listen
	/** Reached through the safe address only. */
	safeWeb: Listen
}

const text = (wanted: string, isRight: (value: string) => boolean) =>
	v.pipe(v.string(wanted), v.check(isRight, wanted))

const name = (wanted: string) =>
	v.pipe(v.string(wanted), v.trim(), v.toLowerCase(), v.check(isHostName, wanted))

const toAddress = (value: string): CanaryAddress | undefined => {
	const [ipv4 = '', ipv6, ...more] = value.split(',').map((part) => part.trim().toLowerCase())
	const isRight =
		isIpAddress(ipv4) &&
		!ipv4.includes(':') &&
		(ipv6 === undefined || (isIpAddress(ipv6) && ipv6.includes(':'))) &&
		more.length === 0
	return isRight ? { ipv4, ...(ipv6 !== undefined && { ipv6 }) } : undefined
}

const address = v.pipe(
	text(
		'an IPv4 address, and an IPv6 address after a comma if there is one',
		(value) => toAddress(value) !== undefined,
	),
	v.transform((value) => toAddress(value) as CanaryAddress),
)

const toListen = (value: string): Listen | undefined => {
	const [, host = '', port = ''] = /^(.+):(\d{1,5})$/u.exec(value.trim()) ?? []
	const bare = host.replace(/^\[(.*)\]$/u, '$1')
	const isRight = isIpAddress(bare) && bare.includes(':') === host.startsWith('[') && +port <= 65_535
	return isRight ? { host: bare, port: Number(port) } : undefined
}

const listen = v.pipe(
	text('an address and a port such as 127.0.0.1:8053 or [::]:53', (value) => toListen(value) !== undefined),
	v.transform((value) => toListen(value) as Listen),
)

const isOrigin = (value: string): boolean => {
	const url = URL.parse(value)
	return (url?.protocol === 'https:' || url?.protocol === 'http:') && `${url.origin}/` === url.href
}

const environment = v.object({
	CANARY_DOMAIN: name('a host name that is delegated to this machine, such as canary.your.name'),
	CANARY_ADDRESS: address,
	CANARY_SAFE_ADDRESS: address,
	CANARY_CHALLENGE: v.optional(name('the host name to which certificate challenges point')),
	ORIGIN: v.pipe(
		text('the public address of the website, such as https://your.name', isOrigin),
		v.transform((value) => new URL(value).origin),
	),
	CANARY_DNS_LISTEN: listen,
	CANARY_WEB_LISTEN: listen,
	CANARY_SAFE_WEB_LISTEN: listen,
})
type Environment = v.InferOutput<typeof environment>

const defaults = {
	CANARY_DNS_LISTEN: '0.0.0.0:53',
	CANARY_WEB_LISTEN: '127.0.0.1:8053',
	CANARY_SAFE_WEB_LISTEN: '127.0.0.1:8054',
}

/** Checks that need several values. */
const findConflicts = (env: Environment): Issue[] => {
	const [one, other] = [env.CANARY_ADDRESS, env.CANARY_SAFE_ADDRESS]
	const [web, safeWeb] = [env.CANARY_WEB_LISTEN, env.CANARY_SAFE_WEB_LISTEN]
	const says = (path: string, message: string, isWrong: boolean): Issue[] =>
		isWrong ? [{ path, message }] : []
	return [
		...says(
			'CANARY_SAFE_ADDRESS',
			'is the same as CANARY_ADDRESS, wanted another one: it shows whether a search was sent to the safe name',
			one.ipv4 === other.ipv4 || (one.ipv6 !== undefined && one.ipv6 === other.ipv6),
		),
		...says(
			'CANARY_SAFE_ADDRESS',
			'wanted the same kinds of address as in CANARY_ADDRESS',
			(one.ipv6 === undefined) !== (other.ipv6 === undefined),
		),
		...says(
			'CANARY_SAFE_WEB_LISTEN',
			'is the same as CANARY_WEB_LISTEN, wanted another one',
			web.host === safeWeb.host && web.port === safeWeb.port,
		),
		...says('CANARY_DOMAIN', 'wanted a name of 200 characters at most', env.CANARY_DOMAIN.length > 200),
	]
}

/** Reads the configuration. An empty variable counts as not set; every wrong one is an issue under its name. */
export const parseCanaryConfig = (
	variables: Readonly<Record<string, string | undefined>>,
): Result<CanaryConfig> => {
	const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()))
	const parsed = v.safeParse(environment, { ...defaults, ...given })
	if (!parsed.success) {
		const issues = parsed.issues.map((issue) => {
			const path = v.getDotPath(issue) ?? ''
			const value = given[path]
			if (value === undefined) return { path, message: 'is not set; see docs/canary.md' }
			const held = value.includes('@') ? '' : `holds ${JSON.stringify(value.slice(0, 60))}, `
			return { path, message: `${held}wanted ${issue.message}` }
		})
		return failed(...issues)
	}
	const env = parsed.output
	const conflicts = findConflicts(env)
	if (conflicts.length > 0) return failed(...conflicts)
	return ok({
		place: {
			domain: env.CANARY_DOMAIN,
			address: env.CANARY_ADDRESS,
			safeAddress: env.CANARY_SAFE_ADDRESS,
			...(env.CANARY_CHALLENGE !== undefined && { challenge: env.CANARY_CHALLENGE }),
		},
		site: env.ORIGIN,
		dns: env.CANARY_DNS_LISTEN,
		web: env.CANARY_WEB_LISTEN,
		safeWeb: env.CANARY_SAFE_WEB_LISTEN,
	})
}
