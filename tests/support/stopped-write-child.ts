/**
 * Loaded before a program (`--import`): says each step by which it replaces its memory (`state.json` of a witness, `record.note` of the log's signer), and ends it as a power cut would at the step that
 * `STOP_AT` names: `before`, `half` (half of the new file is written), `written`, `renamed`, `synced`. `none` ends it nowhere.
 */
import fs, { type FileHandle } from 'node:fs/promises'
import { writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const stop = process.env['STOP_AT'] ?? 'none'
const reach = (step: string): void => {
	writeSync(2, `step ${step}\n`)
	if (step === stop) process.kill(process.pid, 'SIGKILL')
}
const { writeFile, rename, open } = fs
const isState = (path: unknown): path is string =>
	typeof path === 'string' && /state\.json|record\.note/u.test(path)

fs.writeFile = async (path, data, options) => {
	if (!isState(path)) return writeFile(path, data, options)
	reach('before')
	if (stop === 'half' && typeof data === 'string') await writeFile(path, data.slice(0, data.length / 2))
	reach('half')
	await writeFile(path, data, options)
	const isFlushed = typeof options === 'object' && options !== null && 'flush' in options && options.flush
	reach(isFlushed ? 'written' : 'written without a flush')
}
fs.rename = async (from, to) => {
	await rename(from, to)
	if (isState(to)) reach('renamed')
}
fs.open = async (path, flags, mode): Promise<FileHandle> => {
	const file = await open(path, flags, mode)
	const sync = file.sync.bind(file)
	file.sync = async () => {
		await sync()
		reach('synced')
	}
	return file
}
syncBuiltinESMExports()
