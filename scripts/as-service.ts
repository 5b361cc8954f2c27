/**
 * `npm run as-service -- <command> [what it wants]`, as root: runs a command of the operator as the service runs. It takes the settings
 * of `/etc/thiqa.env` (`--settings <file>`: of another), `/var/lib/thiqa` where `DATA_DIR` is not set, and becomes the owner of that
 * folder, so that no file in it is left to root.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { explainFailure } from '../src/lib/platform/server/index.ts'
import { operatorCommands } from './operator-commands.ts'

const readSettings = (file: string): NodeJS.ProcessEnv =>
	existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}

const getOwner = (dataDir: string): { uid: number; gid: number } => {
	const folder = statSync(dataDir, { throwIfNoEntry: false })
	if (!folder?.isDirectory())
		throw new Error(
			`Running as the service: there is no folder ${dataDir}. Start the service once, or set DATA_DIR to its folder`,
		)
	return { uid: folder.uid, gid: folder.gid }
}

const run = (settings: string, [name = '', ...given]: readonly string[]): number => {
	const script = operatorCommands[name]
	if (script === undefined)
		throw new Error(
			`Running as the service: wanted npm run as-service -- <${Object.keys(operatorCommands).join('|')}> …`,
		)
	const env = { DATA_DIR: '/var/lib/thiqa', ...readSettings(settings), ...process.env }
	const { uid, gid } = getOwner(env.DATA_DIR)
	process.umask(0o077)
	const { status, error } = spawnSync(process.execPath, [join(import.meta.dirname, script), ...given], {
		env,
		stdio: 'inherit',
		cwd: join(import.meta.dirname, '..'),
		...(process.getuid?.() === 0 ? { uid, gid } : {}),
	})
	if (error) throw error
	return status ?? 1
}

try {
	const words = process.argv.slice(2)
	const at = words.indexOf('--settings')
	const [, file = '/etc/thiqa.env'] = at < 0 ? [] : words.splice(at, 2)
	process.exitCode = run(file, words)
} catch (error) {
	console.error(explainFailure(error))
	process.exitCode = 1
}
