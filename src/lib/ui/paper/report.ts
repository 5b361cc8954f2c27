/** Data of the templates `study` and `summary`: chapters of blocks. Texts are shaped already. */
import type { Sheet } from './sheet.ts'

/** A run of words in a cell: plain, bold, small and grey, or what nobody has found. */
export type Line = {
	text: string
	look?: 'bold' | 'small' | 'blank' | 'warn'
	/** Given where it differs from the language of the page. */
	lang?: string
	dir?: 'ltr' | 'rtl'
	/** A web address. */
	link?: string
}

/** Look of an assessment beside its word. */
export type Mark = 'covered' | 'partly' | 'gap' | 'unknown'

export type Cell =
	| string
	| { lines: Line[] }
	| { mark: Mark; word: string; note?: string }
	/** The number of a row of the study, which others link to. */
	| { row: number }
	/** Links to rows of the study, under a word that says so, and what else there is. */
	| { rows: number[]; label?: string; lines?: Line[] }

/** The template knows how wide the columns of each kind are. */
export type TableKind =
	| 'counts'
	| 'standing'
	| 'meanings'
	| 'copies'
	| 'qualities'
	| 'national'
	| 'treaties'
	| 'plans'
	| 'rows'
	| 'wordings'
	| 'fills'
	| 'questions'
	| 'sources'
	| 'articles'

export type Table = { table: TableKind; caption: string; head: string[]; rows: Cell[][] }

/** Bars of one convention each, their parts in the order of the marks. */
export type Chart = {
	caption: string
	/** The same in words, for whoever does not see it. */
	alt: string
	legend: { mark: Mark; word: string }[]
	bars: { name: string; parts: { mark: Mark; count: number }[]; total: number }[]
}

export type Tile = { mark: Mark; value: string; share: string; word: string }

export type Block =
	| { heading: string; level: 2 | 3 }
	| { text: string; look?: 'lead' | 'quiet' }
	| { list: string[] }
	| { items: { title: string; text: string; rows: number[] }[] }
	| { facts: [label: string, text: string][] }
	| { tiles: Tile[] }
	| { chart: Chart }
	| { box: string; title: string; tone: 'missing' | 'fill' }
	| Table

export type Chapter = {
	title: string
	/** Tables of many columns: the sheet lies. */
	wide: boolean
	blocks: Block[]
}

export type Report = Sheet & {
	kicker: string
	subtitle: string
	draft: string
	draftLong: string
	state: string
	contents: string
	lists: string
	labels: { table: string; figure: string; comma: string }
	about: { title: string; facts: [label: string, text: string][] }
	chapters: Chapter[]
}

/** The study on one page. */
export type Summary = Sheet & {
	kicker: string
	draft: string
	draftLong: string
	state: string
	lead: string
	tiles: Tile[]
	chart: Chart
	matters: {
		title: string
		fillTitle: string
		each: { title: string; where: string; fill: string }[]
	}
	next: { title: string; text: string }
}
