/** Report and mailbox as pages ask for them: of this process, or in one that only seals, over the line to the one that keeps them. */
import { openPageReports, type KeptSettings, type PageReports } from '#domains/reports/server'
import { declareSlot } from '../slot.ts'
import { askKept, type AskedKept, type ToldKept } from './line.ts'

/** The line to the process that keeps reports, as the entry of one that seals has opened it. */
type Line = {
	given: KeptSettings
	send: (asked: AskedKept) => void
	listen: (hear: (told: ToldKept) => void) => void
	/** Gives the token of the form that is shown next. */
	takeToken: () => string
	/** Gives the ticket of a mailbox whose turn has not come. */
	findTicket: () => string | undefined
}

/** Holds something in a process that seals what comes in clear, and in no other. */
export const keptLine = declareSlot<Line>('apart')
const opened = declareSlot<PageReports>('page-reports')

const open = ({ given, send, listen, takeToken, findTicket }: Line): PageReports => {
	const { kept, hear } = askKept(send)
	listen(hear)
	return openPageReports(kept, given, { takeToken, findTicket })
}

export const getPageReports = async (): Promise<PageReports> => {
	const known = opened.find()
	if (known) return known
	const toKeeper = keptLine.find()
	if (toKeeper) return opened.put(open(toKeeper))
	const { getReports } = await import('../reports.ts')
	return getReports()
}
