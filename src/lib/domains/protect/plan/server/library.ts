import type { Language } from '#base'
import type { PlanWords } from '../plan-library.ts'
import type { PlanRules, PlanValues } from '../plan-step.ts'
import { planContent } from './content.ts'

/** Rules for plans, read when the server is built. */
export const planRules: PlanRules = planContent.rules

/** The words of plans in a language. */
export const getPlanTexts = (language: Language): PlanWords => planContent.words[language]

/** Topics of each step. */
export const planTopics = planContent.topics

/** Values that are typed by hand. */
export const planValues: PlanValues = planContent.values
