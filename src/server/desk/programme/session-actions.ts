/** Actions of the published plan that a session can belong to. */
import { AppError, type Language } from '#base'
import { readPlan } from '#domains/programme/plan/server'
import { getDatabase } from '#server/process/database'

export const listSessionActions = async (language: Language): Promise<{ id: string; title: string }[]> =>
	(await readPlan(getDatabase().kysely)).initiatives
		.flatMap(({ actions }) => actions)
		.map(({ id, title }) => ({ id, title: `${id} · ${title[language]}` }))

/**
 * Requires that the plan has the action which a session names; one that stood there before may stay.
 *
 * @throws AppError `session.action`
 */
export const requireSessionAction = async (
	action: string | null | undefined,
	had?: string | null,
): Promise<void> => {
	if (!action || action === had) return
	if ((await listSessionActions('fr')).some(({ id }) => id === action)) return
	throw new AppError('session.action', 409, 'writing a session: the plan has no such action')
}
