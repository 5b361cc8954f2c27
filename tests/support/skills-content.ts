/** What is practised, read from the content tree as the build reads it. */
import { globSync, readFileSync } from 'node:fs'
import { buildLibrary } from '../../src/lib/domains/guide/index.ts'
import { buildSkills, type Skills } from '../../src/lib/domains/skills/index.ts'

const read = (): Skills => {
	const files = new Map(globSync('content/**/*.{md,yaml}').map((file) => [file, readFileSync(file, 'utf8')]))
	return buildSkills(files, buildLibrary(files))
}

export const skills: Skills = read()
