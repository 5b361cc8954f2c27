import { library, openMade } from '#domains/guide/server'
import { buildPlanContent, type PlanContent } from '../plan-library.ts'

const texts = import.meta.glob<string>(
	['/content/protect/plan/*.yaml', '/content/protect/guides/*/guide.yaml', '/content/protect/resolvers.yaml'],
	{
		query: '?raw',
		import: 'default',
		eager: true,
	},
)

/**
 * Rules, words and values of plans, read when the server is built.
 * @throws ContentError
 */
export const planContent: PlanContent = import.meta.env.PROD
	? (openMade('protect/plan/server/made/content') as PlanContent)
	: buildPlanContent(new Map(Object.entries(texts).map(([path, text]) => [path.slice(1), text])), library)
