/**
 * Checks whether this account may use the files of an installation. Files that root leaves in the folder of somebody else stop
 * the next start: it is refused before anything is written.
 */
import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#base'

/** Folders whose every file must be read and written; of the others only the folder itself. */
const whole = ['database', 'keys']

const isMissing = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === 'ENOENT'

const findStat = (path: string) => statSync(path, { throwIfNoEntry: false })

const mayUse = (path: string, mode: number): boolean => {
	try {
		accessSync(path, mode)
		return true
	} catch (error) {
		// A file of the database that its own process has just taken away.
		return isMissing(error)
	}
}

const { R_OK, W_OK, X_OK } = constants
const inFolder = R_OK | W_OK | X_OK

/** The first thing below a folder that this account may not use. */
function* findForeign(folder: string, isWhole: boolean): Generator<string> {
	if (!mayUse(folder, inFolder)) return void (yield folder)
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name)
		if (!entry.isDirectory()) {
			// What people write (operator.yaml) may belong to them; it is only read.
			if (!mayUse(path, isWhole || entry.name.endsWith('.lock') ? R_OK | W_OK : R_OK)) yield path
		} else if (isWhole || whole.includes(entry.name)) yield* findForeign(path, true)
		else if (!mayUse(path, inFolder)) yield path
	}
}

const refuse = (path: string, reason: string): never => {
	throw new AppError('data.not-ours', 500, `Using ${path}: ${reason}`)
}

/**
 * Refuses a data folder that this account must not write to; one that is not there yet is fine.
 *
 * @param instead - what root types in place of what was typed
 * @throws AppError `data.not-ours`: nothing was written
 */
export const checkDataFolder = (dataDir: string, instead: string): void => {
	const me = process.geteuid?.()
	const folder = findStat(dataDir)
	if (me === undefined || folder === undefined) return
	if (!folder.isDirectory()) refuse(dataDir, 'it is a file; DATA_DIR must name a folder')
	if (me === 0 && folder.uid !== 0)
		refuse(
			dataDir,
			`it belongs to the user with the number ${folder.uid} and this runs as root, whose files in it would stop the next start. Type instead:\n  ${instead}`,
		)
	const [foreign] = me === 0 ? [] : findForeign(dataDir, false)
	if (foreign !== undefined)
		refuse(
			foreign,
			`it belongs to the user with the number ${findStat(foreign)?.uid ?? 'of another'} and this runs as ${me}, who may not use it. Type once as root:\n  chown -R ${me}:${process.getegid?.() ?? me} ${dataDir}`,
		)
}
