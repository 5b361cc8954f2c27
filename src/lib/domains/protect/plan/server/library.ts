import type { Language } from '#base'
import { library } from '#domains/guide/server'
import { buildPlanContent, type PlanWords } from '../plan-library.ts'
import type { PlanRules, PlanValues } from '../plan-step.ts'

const texts = import.meta.glob<string>(
	['/content/protect/plan/*.yaml', '/content/protect/guides/*/guide.yaml', '/content/protect/resolvers.yaml'],
	{
		query: '?raw',
		import: 'default',
		eager: true,
	},
)

const content = buildPlanContent(
	new Map(Object.entries(texts).map(([path, text]) => [path.slice(1), text])),
	library,
)

/** What plans are made by, read when the server is built. */
export const planRules: PlanRules = content.rules

/** The words of plans in a language. */
export const getPlanTexts = (language: Language): PlanWords => content.words[language]

/** What is typed by hand. */
export const planValues: PlanValues = content.values
