/** Rights of a user of this machine to what belongs to another: tried as root, which can be any of them. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** Error of the system when this user reads a file or a folder, or connects to a socket; `open` when it may. */
export const tryAs = (uid: number, what: 'read' | 'list' | 'connect', path: string): string => {
	const name = JSON.stringify(path)
	const tried = {
		read: `fs.closeSync(fs.openSync(${name})); console.log('open')`,
		list: `fs.readdirSync(${name}); console.log('open')`,
		connect: `require('net').connect(${name}, () => { console.log('open'); process.exit() }).on('error', (e) => console.log(e.code))`,
	}[what]
	const program = `try { ${tried} } catch (error) { console.log(error.code) }`
	return spawnSync(process.execPath, ['-e', program], { uid, gid: uid, encoding: 'utf8' }).stdout.trim()
}

/** Numbers that no user of a machine has. */
export const strangers = [61_001, 61_002, 61_003, 61_004] as const

/** True where tests may run programs of this tree as other users. */
export const canBeOthers =
	process.getuid?.() === 0 && tryAs(strangers[0], 'read', resolve('src/serve.ts')) === 'open'
if (!canBeOthers)
	console.warn('skipped: programs as other users; wanted root, and a tree that others may read')
