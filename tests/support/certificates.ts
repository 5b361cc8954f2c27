import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram } from './running.ts'
import { patience } from './patience.ts'

const openssl = (folder: string, ...args: string[]): void => {
	const program = findProgram('openssl')
	if (!program) throw new Error('openssl is not installed: apt install openssl')
	const { status, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', timeout: patience })
	if (status !== 0) throw new Error(`openssl ${args[0]}: ${stderr}`)
}
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']

/**
 * An authority that lives as long as the test (`ca.crt`), a certificate of it for `names` and 127.0.0.1 (`server.crt`,
 * `server.key`), and one that claims the same names without it (`impostor.crt`, `impostor.key`).
 */
export const makeCertificates = (folder: string, names: readonly string[]): void => {
	const alternatives = [...names.map((name) => `DNS:${name}`), 'IP:127.0.0.1'].join(',')
	const leaf = `basicConstraints=CA:FALSE\nsubjectAltName=${alternatives}\nextendedKeyUsage=serverAuth\n`
	writeFileSync(join(folder, 'leaf.ext'), leaf)
	const ca = ['-addext', 'keyUsage=critical,keyCertSign,cRLSign']
	openssl(
		folder,
		'req',
		'-x509',
		...newKey,
		'-keyout',
		'ca.key',
		'-out',
		'ca.crt',
		'-days',
		'2',
		'-subj',
		'/CN=World',
		...ca,
	)
	openssl(folder, 'req', ...newKey, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=resolver')
	const sign = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'leaf.ext']
	openssl(folder, 'x509', '-req', '-in', 'server.csr', '-out', 'server.crt', ...sign)
	const self = ['-days', '2', '-subj', '/CN=resolver', '-addext', `subjectAltName=${alternatives}`]
	openssl(folder, 'req', '-x509', ...newKey, '-keyout', 'impostor.key', '-out', 'impostor.crt', ...self)
}
