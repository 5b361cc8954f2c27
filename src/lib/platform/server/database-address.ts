/**
 * Checks whether the address of a PostgreSQL server may be used: nobody but a program of this machine is let in without a word, and what goes
 * to another machine goes encrypted, to the server that is meant.
 */

/** Settings that may also stand outside of the address, as `pg` reads them. */
type Environment = Readonly<Record<string, string | undefined>>

/** Of this machine: loopback, or the folder of a socket. */
const isHere = (host: string): boolean =>
	host.startsWith('/') || /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/iu.test(host)

/** The last one counts for `pg`. */
const getLast = ({ searchParams }: URL, name: string): string => searchParams.getAll(name).at(-1) ?? ''

/** The host that `pg` connects to: named in the query, in the address, in the environment, or this machine. */
const getHost = (url: URL, env: Environment): string => {
	const named = getLast(url, 'host') || decodeURIComponent(url.hostname)
	return named || env['PGHOST'] || 'localhost'
}

const hasPassword = (url: URL, env: Environment): boolean =>
	[url.password, getLast(url, 'password'), env['PGPASSWORD'], env['PGPASSFILE']].some(Boolean)

const hasCertificate = (url: URL): boolean => Boolean(getLast(url, 'sslcert') && getLast(url, 'sslkey'))

/**
 * The one mode that encrypts and knows whom it speaks to. What the others do has changed between versions of `pg`, and `require` of
 * PostgreSQL itself takes any certificate.
 */
const isVerified = (url: URL, env: Environment): boolean =>
	(getLast(url, 'sslmode') || env['PGSSLMODE']) === 'verify-full'

const wanted = {
	one: 'the address of one server; in front of several put a program that finds the one that writes, such as PgBouncer (docs/running.md, section 5)',
	guarded:
		'a password (in it, in PGPASSWORD or PGPASSFILE) or a client certificate (sslcert and sslkey) for a server that is not on this machine; give the account one and let pg_hba.conf ask for it',
	verified:
		'?sslmode=verify-full at its end for a server that is not on this machine, with &sslrootcert=<file> where its certificate comes from an authority of your own: cases and sessions would cross the network in clear (docs/running.md, section 5)',
} as const

/** Hosts stand before the first slash after the account. */
const namesSeveral = (address: string): boolean => {
	const [, authority = ''] = /^postgres(?:ql)?:\/\/([^/?]*)/iu.exec(address) ?? []
	const hosts = new URLSearchParams(address.split('?')[1]).getAll('host')
	return [authority.slice(authority.lastIndexOf('@') + 1), ...hosts].some((text) =>
		decodeURIComponent(text).includes(','),
	)
}

/**
 * Finds what an address lacks, in one line that says what to do and repeats nothing of it; `undefined` when it may be used. A server on this
 * machine may be reached as it stands. Any other asks who we are, by a password or a client certificate, and shows who it is
 * (`sslmode=verify-full`).
 */
export const findWantedOfAddress = (address: string, env: Environment): string | undefined => {
	if (namesSeveral(address)) return wanted.one
	const url = URL.parse(address)
	if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol))
		return 'an address that starts with postgres:// or postgresql://'
	if (isHere(getHost(url, env))) return undefined
	if (!hasPassword(url, env) && !hasCertificate(url)) return wanted.guarded
	return isVerified(url, env) ? undefined : wanted.verified
}
