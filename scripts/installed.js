/**
 * Shared by `npm start` and `npm test`: installing from the lock when needed, and building when sources are newer.
 * Plain JavaScript without dependencies: it runs on the Node that the machine happens to have.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @param {string} text */
const say = (text) => console.error(`thiqa: ${text}`)
/** @param {number} since */
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/**
 * Runs a command and ends this process with its exit code when it fails.
 * @param {string} command
 * @param {string[]} args
 */
const run = (command, args) => {
	const isWindows = process.platform === 'win32'
	const bin = join(process.cwd(), 'node_modules', '.bin')
	const separator = isWindows ? ';' : ':'
	const env = { ...process.env, PATH: `${bin}${separator}${process.env.PATH}` }
	const { status, error } = spawnSync(command, args, {
		stdio: ['ignore', 'inherit', 'inherit'],
		env,
		shell: isWindows,
	})
	if (error) throw error
	if (status !== 0) process.exit(status ?? 1)
}

/** Installs what the lock file names, when it is not there or older than the lock. */
export const installWhenNeeded = () => {
	const mark = 'node_modules/.package-lock.json'
	if (existsSync(mark) && statSync(mark).mtimeMs >= statSync('package-lock.json').mtimeMs) return
	const started = Date.now()
	say('installing what the lock file names (once; a minute or so)')
	run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
	writeFileSync(mark, readFileSync(mark))
	say(`installed in ${seconds(started)}`)
}

/** The project brings its own Node for Linux and Windows; elsewhere the machine's must be new enough. */
export const checkNode = () => {
	const own = join('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
	const version = existsSync(own)
		? execFileSync(own, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' }).trim()
		: process.version
	if (Number(version.slice(1).split('.')[0]) >= 24) return
	say(
		`this machine has Node ${version}, and the project brings none for ${process.platform} ${process.arch}: install Node 24 or newer`,
	)
	process.exit(1)
}

/**
 * Finds when the newest file of a folder changed, generated folders left out.
 * @param {string} path
 * @returns {number}
 */
const newest = (path) => {
	const found = statSync(path)
	if (!found.isDirectory()) return found.mtimeMs
	const generated = ['fonts', 'og']
	return Math.max(
		0,
		...readdirSync(path)
			.filter((name) => !generated.includes(name))
			.map((name) => newest(join(path, name))),
	)
}

/** Builds when there is no build, when sources are newer, or when the public address has changed. */
export const buildWhenNeeded = () => {
	const stamp = 'build/stamp.json'
	const origin = process.env.ORIGIN || `http://127.0.0.1:${process.env.PORT || 8080}`
	const sources = [
		'src',
		'content',
		'messages',
		'migrations',
		'static',
		'scripts',
		'vite.config.ts',
		'package.json',
	]
	const isFresh =
		existsSync(stamp) &&
		JSON.parse(readFileSync(stamp, 'utf8')).origin === origin &&
		Math.max(...sources.map(newest)) <= statSync(stamp).mtimeMs
	if (isFresh) return
	const started = Date.now()
	say('building the website (two or three minutes on two free cores, more on a busy machine)')
	run('npm', ['run', '--silent', 'build'])
	writeFileSync(stamp, JSON.stringify({ origin }))
	say(`built in ${seconds(started)}`)
}
