/** The name of a build: the same source gives the same files, whoever builds it, where and when. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** The commit, `SOURCE_COMMIT` where the source comes without its history, else the version of the package. */
export const findVersion = (): string => {
	const { SOURCE_COMMIT: named } = process.env
	if (named !== undefined && named !== '') return named
	const { status, stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' })
	if (status === 0) return stdout.trim()
	return (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version
}

/**
 * `CODE_SALT=2 npm run build` gives every file of code another name, with the same content. After an incident no phone finds what
 * it kept of a false copy for a year: it is asked for by nobody any more.
 */
export const saltNames = (salt = process.env.CODE_SALT ?? ''): Plugin => ({
	name: 'thiqa:salt-names',
	apply: 'build',
	augmentChunkHash: () => (salt === '' ? undefined : salt),
})
