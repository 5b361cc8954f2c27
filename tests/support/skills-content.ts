/** What is practised, read from the content tree as the build reads it. */
import { buildSkills, type Skills } from '../../src/lib/domains/skills/index.ts'
import { readContent, readLibrary } from './content.ts'

export const skills: Skills = buildSkills(readContent(), readLibrary())
