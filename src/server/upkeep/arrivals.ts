/** What has come is made cases of, and offered to whoever is on duty. */
import { fileArrivals } from '#domains/cases/server'
import { getDesk } from '#server/desk/case-desk'
import { shareOutCases } from '#server/desk/rota'

/** Makes a case of every report that has none, takes note of new letters, and offers what is free. Safe to call as often as one likes. */
export const takeIn = async (): Promise<void> => shareOutCases((await fileArrivals(getDesk())) > 0)
