/** Data of a template to set one material: words shaped for print, numbers to call, the code. */
import { getDirection } from '#base'
import type { CampaignSheet } from '#ui/paper'
import type { Words } from '#ui/words'
import { toCodeAddress, toShortAddress } from '../../codes/code-plan.ts'
import type { Material } from '../../material.ts'
import type { MaterialSource } from '../../source.ts'
import { drawCodePicture, drawGround, drawPicture, star } from './pictures.ts'

/** The way on from a material: its code, or the page itself where it has none. */
export type Lead = { origin: string; code: string | undefined; target: string }

/** The whole address, for a QR code and a link. */
export const toLeadAddress = ({ origin, code, target }: Lead): string =>
	code === undefined ? `${origin}${target}` : toCodeAddress(origin, code)

const toTyped = ({ origin, code, target }: Lead): string =>
	code === undefined ? `${origin}${target}`.replace(/^https?:\/\//u, '') : toShortAddress(origin, code)

const toKind = (kind: Material['kind']): CampaignSheet['kind'] => {
	if (kind === 'caption' || kind === 'sms' || kind.startsWith('radio-'))
		throw new Error('setting a material: what is read or heard is not drawn')
	return kind as CampaignSheet['kind']
}

/** Data of a drawn material. Throws for an SMS, a caption or a radio text. */
export const toCampaignSheet = (
	{ kind, language, words: { title, lines } }: Pick<Material, 'kind' | 'language' | 'words'>,
	{ source, lead }: { source: Pick<MaterialSource, 'picture' | 'numbers' | 'isUnreviewed'>; lead: Lead },
	words: Words,
): CampaignSheet => {
	const { t, text } = words
	const drawn = toKind(kind)
	return {
		kind: drawn,
		lang: language,
		dir: getDirection(language),
		title: text(title),
		description: text(lines[0] ?? title),
		publisher: t('site.name'),
		lines: lines.map((line) => text(line)),
		address: toTyped(lead),
		code: drawCodePicture(toLeadAddress(lead)),
		picture: drawPicture(source.picture),
		ground: drawn === 'card' ? '' : drawGround(drawn),
		star,
		numbers: source.numbers.map(({ name, number }) => ({
			name: text(name),
			number: `\u2066${number}\u2069`,
		})),
		labels: {
			scan: t('campaign.paper.scan'),
			call: t('campaign.paper.call'),
			review: source.isUnreviewed ? t('campaign.paper.review') : '',
		},
	}
}
