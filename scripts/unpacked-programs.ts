/**
 * Programs of others for the long lane. On Debian, as root, their packages are downloaded and unpacked into a folder of the cache, and the lane
 * runs in a mount namespace that shows them in their places: nothing is installed, no script of a package runs, and nothing is left behind.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Debian packages that tests ask for (`describeProgram`, `canStartPostgres`, …). */
export const packages: readonly string[] = [
	'age',
	'bind9',
	'bind9-dnsutils',
	'bind9-utils',
	'caddy',
	'curl',
	'dbus',
	'dnscrypt-proxy',
	'dnsdist',
	'dnsmasq-base',
	'e2guardian',
	'fonts-noto-core',
	'gcc',
	'gnupg',
	'golang-go',
	'golang-golang-x-mod-dev',
	'iproute2',
	'knot-dnssecutils',
	'knot-resolver',
	'libc6-dev',
	'libplist-utils',
	'libxml2-utils',
	'network-manager',
	'nginx-light',
	'openssl',
	'poppler-utils',
	'postgresql',
	'python3-aiosmtpd',
	'python3-dkim',
	'python3-jwcrypto',
	'rdap',
	'spin',
	'sqv',
	'squid',
	'systemd-resolved',
	'unbound',
]

/** Set inside the namespace. */
const mark = 'THIQA_PROGRAMS_UNPACKED'

const root = join(process.cwd(), 'node_modules', '.cache', 'programs')
const statusFile = '/var/lib/dpkg/status'

const canUnpack = (): boolean =>
	process.getuid?.() === 0 &&
	existsSync(statusFile) &&
	['apt-get', 'dpkg-deb', 'unshare'].every((name) => spawnSync(name, ['--version']).status === 0)

/** Folder with the packages that this machine lacks, unpacked; a folder that is there is whole. */
const unpack = (): string => {
	const key = createHash('sha256').update(packages.join(' ')).update(readFileSync(statusFile)).digest('hex')
	const folder = join(root, key.slice(0, 12))
	if (existsSync(folder)) return folder
	rmSync(root, { recursive: true, force: true })
	const begun = `${folder}.begun`
	for (const part of ['lists/partial', 'apt/archives/partial'])
		mkdirSync(join(root, part), { recursive: true })
	for (const part of ['usr', 'etc', 'var']) mkdirSync(join(begun, part), { recursive: true })
	const own = [
		'-qq',
		'-o',
		`Dir::State::lists=${root}/lists`,
		'-o',
		`Dir::Cache=${root}/apt`,
		'-o',
		'APT::Sandbox::User=root',
	]
	const get = (...args: string[]): unknown =>
		execFileSync('apt-get', [...own, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
	get('update')
	get('install', '-y', '--no-install-recommends', '--download-only', ...packages)
	for (const file of globSync(`${root}/apt/archives/*.deb`)) execFileSync('dpkg-deb', ['-x', file, begun])
	for (const part of ['lists', 'apt']) rmSync(join(root, part), { recursive: true, force: true })
	renameSync(begun, folder)
	return folder
}

/** Lays the folder over the machine's own, and does of the scripts of packages what programs cannot do without: a user, a name. */
const inside = `
set -e
over=$(mktemp -d)
mount -t tmpfs -o mode=755 tmpfs "$over"
for part in usr etc var; do
	mkdir -p "$over/$part/up" "$over/$part/work"
	mount -t overlay overlay -o "lowerdir=$FOLDER/$part:/$part,upperdir=$over/$part/up,workdir=$over/$part/work" "/$part"
done
number=64300
for name in postgres systemd-resolve; do
	number=$((number + 1))
	if ! id "$name" > /dev/null 2>&1; then
		echo "$name:x:$number:" >> /etc/group
		echo "$name:x:$number:$number::/nonexistent:/usr/sbin/nologin" >> /etc/passwd
	fi
done
if ! [ -e /usr/sbin/squid ]; then ln -s squid-gnutls /usr/sbin/squid; fi
unset FOLDER
exec "$@"
`

/**
 * Runs this very command again where all programs are to be found, and ends as it does. Answers where that cannot be: not Debian, not root, no
 * network, or a sandbox without mounts; then tests whose program is missing are skipped.
 */
export const runAgainWithPrograms = (): void => {
	if (process.env[mark] !== undefined || !canUnpack()) return
	try {
		const folder = unpack()
		const env = { ...process.env, FOLDER: folder, [mark]: '1' }
		const asked = ['-m', 'sh', '-c', inside, 'sh']
		execFileSync('unshare', [...asked, 'true'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
		const { status } = spawnSync(
			'unshare',
			[...asked, process.execPath, ...process.execArgv, ...process.argv.slice(1)],
			{
				env,
				stdio: 'inherit',
			},
		)
		process.exit(status ?? 1)
	} catch (error) {
		console.error(
			`long lane: without programs of others (${error instanceof Error ? error.message.split('\n')[0] : ''})`,
		)
	}
}
