/** Files of materials: PDF for paper, PNG for networks, plain text for what is read or heard. The same words give the same bytes. */
import { getPdfMaker, getPngMaker } from '#platform'
import { sources, templates } from '#ui/paper'
import { createWords } from '#ui/words'
import { kinds, isSpokenKind } from '../../campaign.ts'
import { linkMark, type Material } from '../../material.ts'
import type { MaterialSource } from '../../source.ts'
import { toLeadAddress, toCampaignSheet, type Lead } from '../paper/campaign-sheet.ts'

export type MadeFile = {
	type: 'application/pdf' | 'image/png' | 'text/plain; charset=utf-8'
	end: 'pdf' | 'png' | 'txt'
	bytes: Uint8Array
}

/** The text of an SMS, a caption or for the radio, with its address. */
const toPlainText = ({ words }: Pick<Material, 'words'>, lead: Lead): string =>
	`${words.text.replaceAll(linkMark, toLeadAddress(lead))}\n`

/**
 * Makes the file of a material.
 *
 * @param given - `at`: moment that a PDF says it was made at: when it was agreed to, so that it is the same tomorrow
 */
export const makeMaterialFile = async (
	material: Material,
	given: { source: MaterialSource; lead: Lead; at: Date },
): Promise<MadeFile> => {
	if (isSpokenKind(material.kind)) {
		const bytes = new TextEncoder().encode(toPlainText(material, given.lead))
		return { type: 'text/plain; charset=utf-8', end: 'txt', bytes }
	}
	const sheet = toCampaignSheet(material, given, createWords(material.language))
	if (kinds[material.kind] === 'print')
		return {
			type: 'application/pdf',
			end: 'pdf',
			bytes: getPdfMaker(sources)(templates.campaign, sheet, given.at),
		}
	const paint = await getPngMaker(sources)
	return { type: 'image/png', end: 'png', bytes: paint(templates.campaign, sheet) }
}
