import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildLibrary, type Library } from '../../src/lib/domains/guide/library.ts'
import { keep } from './keep.ts'

const root = new URL('../../', import.meta.url)

/** The content tree as it stands in `content/`: path from the project's root to text. The map is the caller's own. */
export const readContent = (): Map<string, string> => new Map(readFiles())

const readFiles = keep(() =>
	globSync('content/**/*.{md,yaml}', { cwd: fileURLToPath(root) })
		.sort()
		.map((file): [string, string] => [file, readFileSync(new URL(file, root), 'utf8')]),
)

/** The library of the real content: made once for all tests of a process, and frozen. */
export const readLibrary = keep((): Library => buildLibrary(readContent()))
