/** The shipped files of the proxies, moved to loopback: nothing else in them is changed. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect, type ConnectionOptions } from 'node:tls'
import { makeCertificates } from './certificates.ts'
import { findFreePort } from './free-port.ts'
import { silence } from './patience.ts'

export const publicName = 'thiqa.example'

/** Where a proxy stands on this machine, and whom it asks. */
export type Place = { folder: string; port: number; plainPort: number; upstream: number }

type Change = readonly [from: string, to: string]

/** Fails when a place to change is not there: the file that is tried would not be the one that is shipped. */
const change = (text: string, changes: readonly Change[]): string =>
	changes.reduce((changed, [from, to]) => {
		if (!changed.includes(from)) throw new Error(`moving a shipped file to loopback: it has no "${from}"`)
		return changed.replaceAll(from, to)
	}, text)

const toNginx = ({ folder, port, plainPort, upstream }: Place): string =>
	change(readFileSync('deploy/nginx.conf', 'utf8'), [
		['/etc/ssl/thiqa/fullchain.pem', `${folder}/server.crt`],
		['/etc/ssl/thiqa/privkey.pem', `${folder}/server.key`],
		['/opt/thiqa/deploy', `${folder}/deploy`],
		['/var/log/nginx/error.log', `${folder}/error.log`],
		['/run/nginx.pid', `${folder}/nginx.pid`],
		['server 127.0.0.1:8080;', `server 127.0.0.1:${upstream};`],
		['listen 80;', `listen 127.0.0.1:${plainPort};`],
		['listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`],
		['listen [::]:80;', ''],
		['listen [::]:443 ssl;', ''],
		// Where it puts what it does not keep in memory: a folder that a test can watch.
		[
			'http {\n',
			`http {\n${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `\t${name}_temp_path ${folder}/spill/${name};\n`).join('')}`,
		],
	])

const toCaddy = ({ folder, port, plainPort, upstream }: Place): string =>
	change(readFileSync('deploy/Caddyfile', 'utf8'), [
		['/opt/thiqa/deploy', `${folder}/deploy`],
		['127.0.0.1:8080', `127.0.0.1:${upstream}`],
		[
			'\tadmin off\n',
			`\tadmin off\n\tdefault_bind 127.0.0.1\n\thttp_port ${plainPort}\n\thttps_port ${port}\n`,
		],
		[`\n${publicName} {\n`, `\n${publicName} {\n\ttls ${folder}/server.crt ${folder}/server.key\n`],
	])

/** How each program is asked to check its file, and to run on it. */
const proxies = {
	nginx: {
		file: 'nginx.conf',
		write: toNginx,
		check: (file: string) => ['-t', '-c', file],
		run: (file: string) => ['-c', file, '-g', 'daemon off;'],
	},
	caddy: {
		file: 'Caddyfile',
		write: toCaddy,
		check: (file: string) => ['validate', '--config', file, '--adapter', 'caddyfile'],
		run: (file: string) => ['run', '--config', file, '--adapter', 'caddyfile'],
	},
} as const
export type ProxyName = keyof typeof proxies

/**
 * Writes the file of a proxy, certificates for {@link publicName} and the pages that it shows by itself into `folder`.
 *
 * @param alter changes what is tried: for a test that shows what a line of the file is for
 */
export const placeProxy = async (
	name: ProxyName,
	{ folder, upstream }: Pick<Place, 'folder' | 'upstream'>,
	alter: (text: string) => string = (text) => text,
) => {
	const place = { folder, upstream, port: await findFreePort(), plainPort: await findFreePort() }
	makeCertificates(folder, [publicName])
	cpSync('deploy', join(folder, 'deploy'), { recursive: true })
	mkdirSync(join(folder, 'spill'), { mode: 0o755 })
	const { write, check, run, ...proxy } = proxies[name]
	const file = join(folder, proxy.file)
	writeFileSync(file, alter(write(place)))
	return {
		...place,
		ca: readFileSync(join(folder, 'ca.crt')),
		file,
		check: check(file),
		run: run(file),
		env: {
			...process.env,
			HOME: folder,
			TMPDIR: `${folder}/spill`,
			XDG_DATA_HOME: `${folder}/spill`,
			XDG_CONFIG_HOME: folder,
		},
	}
}
export type PlacedProxy = Awaited<ReturnType<typeof placeProxy>>

/** A handshake with the proxy: the protocol that was agreed on, `undefined` when there was none. */
export const shakeHands = (
	{ port, ca }: Pick<PlacedProxy, 'port' | 'ca'>,
	options: ConnectionOptions = {},
): Promise<string | undefined> =>
	new Promise((resolve) => {
		const socket = connect({ host: '127.0.0.1', port, servername: publicName, ca, ...options }, () => {
			resolve(socket.getProtocol() ?? undefined)
			socket.destroy()
		})
		socket.setTimeout(silence, () => socket.destroy())
		socket.on('error', () => undefined).on('close', () => resolve(undefined))
	})
