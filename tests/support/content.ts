import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildLibrary, type Library } from '../../src/lib/domains/guide/library.ts'

const root = new URL('../../', import.meta.url)

/** The content tree as it stands in `content/`: path from the project's root to text. */
export const readContent = (): Map<string, string> =>
	new Map(
		globSync('content/**/*.{md,yaml}', { cwd: fileURLToPath(root) })
			.sort()
			.map((file) => [file, readFileSync(new URL(file, root), 'utf8')]),
	)

/** The library of the real content. */
export const readLibrary = (): Library => buildLibrary(readContent())
