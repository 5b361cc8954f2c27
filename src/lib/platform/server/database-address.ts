/** Whether the address of a PostgreSQL server may be used: nobody but a program of this machine is let in without a word. */

/** What a password or certificate may also stand in, as `pg` reads it. */
type Environment = Readonly<Record<string, string | undefined>>

/** Of this machine: loopback, or the folder of a socket. */
const isHere = (host: string): boolean =>
	host.startsWith('/') || /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/iu.test(host)

/** The host that `pg` connects to: named in the query, in the address, in the environment, or this machine. */
const getHost = (url: URL, env: Environment): string => {
	const named = url.searchParams.get('host') || decodeURIComponent(url.hostname)
	return named || env['PGHOST'] || 'localhost'
}

const hasPassword = (url: URL, env: Environment): boolean =>
	[url.password, url.searchParams.get('password'), env['PGPASSWORD'], env['PGPASSFILE']].some(Boolean)

const hasCertificate = ({ searchParams }: URL): boolean =>
	Boolean(searchParams.get('sslcert') && searchParams.get('sslkey'))

/**
 * True for a server on this machine, and for any other that asks who we are: by a password (in the address, `PGPASSWORD` or
 * `PGPASSFILE`) or by a client certificate (`sslcert` and `sslkey`). A database that lets everyone in holds every mailbox and case.
 */
export const provesItself = (address: string, env: Environment): boolean => {
	const url = URL.parse(address)
	return url !== null && (isHere(getHost(url, env)) || hasPassword(url, env) || hasCertificate(url))
}
