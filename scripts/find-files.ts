/** Files by pattern, named with `/` on every system: Windows answers with `\`, and everything after it reads parts of the name. */
import { globSync } from 'node:fs'

/** The path with `/` between its parts. */
export const toSlashes = (path: string): string => path.replaceAll('\\', '/')

/** Files that fit the pattern, from the folder in which the program runs. */
export const findFiles = (pattern: string): string[] => globSync(pattern).map(toSlashes)

/** The address of a built file: `build/client/_app/x.js` is asked for as `/_app/x.js`. */
export const toAddress = (file: string): string =>
	toSlashes(file).replace(/^build\/(?:client|prerendered)(?=\/)/u, '')

/** True when it is asked for by its name alone and never changes under it, so that the most work is worth it. */
export const isClientFile = (file: string): boolean => toSlashes(file).startsWith('build/client/')

/** Lesson and language of the sheet that every pack has. */
export const toPack = (file: string): { lesson: string; lang: string } => {
	const [lang = '', , , lesson = ''] = toSlashes(file).split('/').slice(2)
	return { lesson, lang }
}
