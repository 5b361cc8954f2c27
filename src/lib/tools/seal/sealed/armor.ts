/** The text form of an age file (https://c2sp.org/age#ascii-armor), which can be pasted where no file can be given. */
import { base64 } from '@scure/base'

const [begin, end] = ['-----BEGIN AGE ENCRYPTED FILE-----', '-----END AGE ENCRYPTED FILE-----']

/**
 * The bytes of an age file in its text form; `undefined` for anything else. White space around it and either end of line are
 * forgiven; all else is as the standard says: lines of 64 characters, the last one 1 to 64.
 */
export const readArmor = (text: string): Uint8Array | undefined => {
	const lines = text.trim().split(/\r?\n/u)
	if (lines.shift() !== begin || lines.pop() !== end) return undefined
	const last = lines.at(-1) ?? ''
	if (last === '' || last.length > 64 || lines.slice(0, -1).some((line) => line.length !== 64))
		return undefined
	try {
		return base64.decode(lines.join(''))
	} catch {
		return undefined
	}
}
