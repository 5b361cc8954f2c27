/** Print templates: Typst texts for `makePdf()`. `sources` are what every template may import. */
import brochure from './brochure.typ?raw'
import campaign from './campaign.typ?raw'
import certificate from './certificate.typ?raw'
import dossier from './dossier.typ?raw'
import form from './form.typ?raw'
import lesson from './lesson.typ?raw'
import plan from './plan.typ?raw'
import { shared } from './shared.ts'
import study from './study.typ?raw'
import summary from './summary.typ?raw'

export const sources = shared
export const templates = {
	brochure,
	campaign,
	certificate,
	dossier,
	form,
	lesson,
	plan,
	study,
	summary,
} as const

export type { CampaignSheet } from './campaign.ts'
export type { DossierSheet } from './dossier.ts'
export type { Block, Cell, Chapter, Chart, Line, Report, Summary, Table, Tile } from './report.ts'
export type { Sheet } from './sheet.ts'
