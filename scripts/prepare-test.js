/**
 * Before `npm test`: installs what is missing, and makes sure that a Chromium is there: `CHROMIUM`, the system's,
 * Debian's package when we are root, then Playwright's own download.
 */
import { spawnSync } from 'node:child_process'
import { checkNode, installWhenNeeded } from './installed.js'

installWhenNeeded()
checkNode()

const own = process.platform === 'win32' ? 'node_modules\\.bin\\node.cmd' : 'node_modules/.bin/node'
const node = spawnSync(own, ['--version']).status === 0 ? own : process.execPath
const isFound = () =>
	spawnSync(node, ['scripts/find-chromium.ts', '--check'], { stdio: 'ignore' }).status === 0
const isRootOnDebian = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }

/**
 * Tries one way to get a Chromium, unless there is one already.
 * @param {string} command
 * @param {string[]} args
 */
const attempt = (command, ...args) => {
	if (isFound()) return
	console.error(`thiqa: no Chromium yet, trying ${[command, ...args].join(' ')}`)
	spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env })
}

/** The browser without windows is welcome and not needed: journeys take less time with it. */
const installShell = () => {
	if (process.env.CHROMIUM || spawnSync('chromium-headless-shell', ['--version']).status === 0) return
	spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell'], {
		stdio: 'ignore',
		env,
	})
}

/** A mirror of packages may not answer at once. */
const tries = 3
for (let left = isRootOnDebian ? tries : 0; left > 0 && !isFound(); left--) {
	attempt('apt-get', 'update', '-qq')
	attempt('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium')
}
if (isRootOnDebian) installShell()
attempt(node, 'node_modules/playwright-core/cli.js', 'install', 'chromium')
if (!isFound()) {
	console.error(
		'thiqa: no Chromium for the browser tests. Install one and set CHROMIUM to its path, then run npm test again.',
	)
	process.exit(1)
}
