/** Actions of the published plan that a session can belong to. */
import type { Language } from '#base'
import { readPlan } from '#domains/programme/plan/server'
import { getDatabase } from '#server/process/database'

export const listSessionActions = async (language: Language): Promise<{ id: string; title: string }[]> =>
	(await readPlan(getDatabase().kysely)).initiatives
		.flatMap(({ actions }) => actions)
		.map(({ id, title }) => ({ id, title: `${id} · ${title[language]}` }))
