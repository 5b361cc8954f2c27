/** Print templates: Typst texts for `makePdf()`. `sources` are what every template may import. */
import certificate from './certificate.typ?raw'
import dossier from './dossier.typ?raw'
import lesson from './lesson.typ?raw'
import paper from './paper.typ?raw'
import plan from './plan.typ?raw'
import report from './report.typ?raw'
import study from './study.typ?raw'
import summary from './summary.typ?raw'

export const sources = { 'paper.typ': paper, 'report.typ': report } as const
export const templates = { certificate, dossier, lesson, plan, study, summary } as const

export type { DossierSheet } from './dossier.ts'
export type { Block, Cell, Chapter, Chart, Line, Report, Summary, Table, Tile } from './report.ts'
export type { Sheet } from './sheet.ts'
