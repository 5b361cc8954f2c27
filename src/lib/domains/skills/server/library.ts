import { library, openMade } from '#domains/guide/server'
import { buildSkills, type Skills } from '../skills-library.ts'

const texts = import.meta.glob<string>(
	['/content/skills/**/*.yaml', '/content/country/{school-year,child-protection}.yaml'],
	{
		query: '?raw',
		import: 'default',
		eager: true,
	},
)

/**
 * All that is practised, read when the server is built: wrong content stops the build with file, line and reason.
 * @throws ContentError
 */
export const skills: Skills = import.meta.env.PROD
	? (openMade('skills/server/made/library') as Skills)
	: buildSkills(new Map(Object.entries(texts).map(([path, text]) => [path.slice(1), text])), library)
