/** Shared by acts and pages of the plan: the desk as its stores want it, regions, today. */
import { library } from '#domains/guide/server'
import type { PlanDesk } from '#domains/programme/plan/server'
import { getDatabase } from '#server/process/database'

export const getPlanDesk = (): PlanDesk => ({ db: getDatabase().kysely, now: () => new Date() })

/** Codes of the regions there are. */
export const listRegions = (): string[] => library.regions.map(({ code }) => code)

/** Regions with their names, in the order of the country. */
export const listNamedRegions = () => library.regions.map(({ code, name }) => ({ code, name }))
