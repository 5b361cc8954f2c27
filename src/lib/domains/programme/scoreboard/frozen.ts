/** One text that page, table, tile and every file of open data are made from: they cannot differ. */
import type { Language } from '#base'
import type { FigureIndicator, Published } from '../figures/index.ts'
import type { ProgrammePlace } from '../places/index.ts'
import type { Board } from './board.ts'
import type { OverdueTrial } from '../trials/index.ts'
import type { CalendarEvent } from '../calendar/index.ts'

export type Frozen = {
	/** Begins the SHA-256 of what is published; the same for as long as nothing new is. */
	version: string
	board: Board
	published: Published
	indicators: readonly FigureIndicator[]
	places: readonly ProgrammePlace[]
	events: readonly CalendarEvent[]
	ledger: readonly CountingLine[]
	/** Studies that everybody sees and whose result is overdue on the day of the board, oldest first. */
	overdue: readonly OverdueTrial[]
}

/** A line of the public ledger of counting: a family of cells in a period, its noise, what became of it. Days are civil days. */
export type CountingLine = {
	family: string
	period: string
	/** Scale of the noise, and units by which one act can move the family; `epsilon`: one by the other. */
	t: number
	moved: number
	epsilon: number
	cells: number
	born: string
	ended: string | null
	outcome: 'counting' | 'released' | 'key-lost'
	/** Hours of the period in which somebody counted. */
	hours: number | null
	method: string
}

/** Names of law records by id, for evidence. */
export type LawNames = Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>>
