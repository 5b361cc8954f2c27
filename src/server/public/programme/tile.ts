/** The tile that others show on their pages: one file, no script, no cookie, nothing from elsewhere. */
import { createHash } from 'node:crypto'
import { escapeMarkup, getDirection, getLangTag, type Locale } from '#base'
import { sayFirst } from '#domains/programme/scoreboard/ui'
import { getBoardPolicy } from '#domains/programme/widget'
import { createWords } from '#ui/words'
import { getScoreboard, makeOnce, type BuiltBoard } from '../scoreboard.ts'

const style =
	'html{font:16px/1.5 system-ui,sans-serif;color-scheme:light dark}body{margin:0;padding:12px 14px;border:2px solid;border-radius:16px;border-end-start-radius:4px}p{margin:0 0 8px}b{font-size:1.1em}small{opacity:.75}a{color:inherit}'
const hash = createHash('sha256').update(style).digest('base64')

/** Policy of the tile: it may stand on any page, and fetches nothing. */
export const tilePolicy = getBoardPolicy(`sha256-${hash}`)

/** The tile in a language. @param origin - of the website, which its link leads to */
export const makeTile = ({ frozen }: BuiltBoard, locale: Locale, origin: string): string => {
	const words = createWords(locale)
	const { today } = frozen.board
	const title = escapeMarkup(words.t('scoreboard.short'))
	const invented = frozen.board.isInvented
		? `<p><b>${escapeMarkup(words.t('scoreboard.invented'))}</b></p>`
		: ''
	return [
		`<!doctype html><html lang="${getLangTag(locale)}" dir="${getDirection(locale)}"><meta charset="utf-8">`,
		`<meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style>`,
		`<p><b>${title}</b></p>${invented}<p>${escapeMarkup(sayFirst(words, frozen.board))}</p>`,
		`<p><a href="${escapeMarkup(origin)}/${locale}/programme" target="_top" rel="noreferrer">`,
		`${escapeMarkup(words.t('scoreboard.title'))}</a></p>`,
		`<small>${escapeMarkup(words.date(today))} · <bdi dir="ltr">${frozen.version}</bdi></small></html>\n`,
	].join('')
}

/** Answers with the tile: the same for as long as nothing changes, framed anywhere. */
export const answerTile = async (locale: Locale, origin: string): Promise<Response> =>
	new Response(
		makeOnce(await getScoreboard(), `tile ${locale} ${origin}`, (built) => makeTile(built, locale, origin)),
		{
			headers: {
				'content-type': 'text/html; charset=utf-8',
				'content-security-policy': tilePolicy,
				'cache-control': 'public, max-age=60',
			},
		},
	)
