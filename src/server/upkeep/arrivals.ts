/** Ingests reports: makes cases of them, and offers them to whoever is on duty. */
import { fileArrivals } from '#domains/cases/work/server'
import { getDesk } from '#server/desk/case-desk'
import { shareOutCases } from '#server/desk/rota'

/** Ingests reports and letters: makes a case of every report that has none, notes new letters, offers what is free. Idempotent. */
export const ingestReports = async (): Promise<void> => shareOutCases((await fileArrivals(getDesk())) > 0)
