import type { Sheet } from './sheet.ts'

/** Data of `campaign.typ`: posters, leaflets and cards on paper, pictures for networks. Pictures are SVG texts. */
export type CampaignSheet = Omit<Sheet, 'footer'> & {
	kind: 'poster-a3' | 'poster-a4' | 'leaflet' | 'card' | 'square' | 'story' | 'link'
	lines: readonly string[]
	/** Address as people type it, isolated where the line runs from the right. */
	address: string
	/** QR code of the whole address. */
	code: string
	picture: string
	/** Ground of the page, as large as the page. */
	ground: string
	/** One star in `COLOUR`. */
	star: string
	numbers: readonly { name: string; number: string }[]
	labels: { scan: string; call: string; review: string }
}
