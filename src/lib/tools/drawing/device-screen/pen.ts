import type { MenuLanguage, DrawnThing } from './screen-data.ts'

/** Width of the frame; its height follows what stands on it. */
export const width = 320

type Paint = 'card' | 'ink' | 'line' | 'sand' | 'quiet' | 'saffron' | 'majorelle' | 'paper'
const paint = (colour: Paint): string => `var(--${colour})`

export const plate = (
	[x, y, w, h]: readonly [number, number, number, number],
	colour: Paint,
	corner = 0,
): string =>
	`<rect x="${x}" y="${y}" width="${w}" height="${h}"${corner ? ` rx="${corner}"` : ''} fill="${paint(colour)}"/>`

export const trace = (d: string, colour: Paint, thick = 2): string =>
	`<path d="${d}" fill="none" stroke="${paint(colour)}" stroke-width="${thick}" stroke-linecap="round" stroke-linejoin="round"/>`

export const fill = (d: string, colour: Paint): string => `<path d="${d}" fill="${paint(colour)}"/>`

export const move = ([x, y]: readonly [number, number], body: string, scale = 1): string =>
	`<g transform="translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}">${body}</g>`

const circle = (x: number, y: number, r: number): string =>
	`M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`

export const spot = ([x, y]: readonly [number, number], r: number, colour: Paint): string =>
	fill(`${circle(x, y, r)}z`, colour)

const outlines: Record<DrawnThing, string> = {
	message: 'M-9-7H9V5H-2L-7 9V5H-9z',
	name: `${circle(0, -4, 4)}M-8 9Q-8 2 0 2T8 9`,
	person: `${circle(0, -4, 4)}M-8 9Q-8 2 0 2T8 9`,
	people: `${circle(-4, -4, 3.4)}M-10 8Q-10 2-4 2T2 8${circle(6, -5, 2.6)}M5 1Q10 2 10 7`,
	dots: 'M0-8h.1M0 0h.1M0 8h.1',
	share: 'M2-8L9-1L2 6V2Q-6 2-9 8Q-8-4 2-4z',
	report: 'M-6 9V-8H8L4-3L8 2H-6',
	block: `${circle(0, 0, 8.5)}M-6 6L6-6`,
	gear: `${circle(0, 0, 3.5)}M0-9V-6M0 6V9M-9 0H-6M6 0H9M-6.4-6.4L-4.2-4.2M4.2 4.2L6.4 6.4M-6.4 6.4L-4.2 4.2M4.2-4.2L6.4-6.4`,
	lock: 'M-7-1H7V9H-7zM-4-1V-4a4 4 0 0 1 8 0V-1',
	globe: `${circle(0, 0, 8.5)}M-8.5 0H8.5M0-8.5Q-7 0 0 8.5Q7 0 0-8.5`,
	clock: `${circle(0, 0, 8.5)}M0-5V0L4 3`,
	moon: 'M4-9A9 9 0 1 0 8 5A8 8 0 0 1 4-9z',
	coin: `${circle(0, 0, 8.5)}M0-4.5L4.5 0L0 4.5L-4.5 0z`,
	picture: `M-9-7H9V7H-9zM-9 5L-3-1L2 4L5 1L9 5${circle(4, -3, 1.4)}`,
	search: `${circle(-2, -2, 6)}M3 3L9 9`,
	switch: `M-5-5H5a5 5 0 0 1 0 10H-5a5 5 0 0 1 0-10z${circle(5, 0, 2)}`,
	phone: 'M-5-9H5V9H-5zM-1 6H1',
	'keys-low': 'M-5-9H5V9H-5zM8-4V0M8 3V7',
	'keys-high': 'M-5-9H5V9H-5zM8-4V4M-8-5V-1',
	'second-phone': 'M-9-7H0V9H-9zM2-3H9V7H2z',
}

/** The drawing of a thing around 0 0, 20 wide. */
export const drawMark = (thing: DrawnThing, colour: Paint = 'ink'): string =>
	trace(outlines[thing], colour, thing === 'dots' ? 4.5 : 2)

/** A hand whose finger points to `x`, `y` from below, and the rings of the touch around what it points to. */
export const drawFinger = (x: number, y: number): string =>
	move([x, y], trace(circle(0, 0, 13), 'saffron', 3) + trace(circle(0, 0, 19), 'saffron', 1.5)) +
	move(
		[x, y + 8],
		`<path d="M-5 4a5.5 5.5 0 0 1 11 0V20q2-3 6-1q3-2 6 1q5-1 6 4V38q0 12-11 12H6q-6 0-9-5L-12 31q-2-5 3-5l4 4z" fill="var(--saffron)" stroke="var(--ink)" stroke-width="2.4" stroke-linejoin="round"/>`,
	)

const escape = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
export const toMarkup = escape

export type TextPlace = { x: number; y: number; size: number; room: number; strong?: boolean; colour?: Paint }

/** Letters of this kind are about so wide, as a part of their size. */
const share = { ar: 0.5, fr: 0.56, en: 0.56 } as const

const cut = (text: string, most: number): string[] => {
	const rows: string[] = ['']
	for (const word of text.split(' ')) {
		const last = rows.at(-1) ?? ''
		if (last !== '' && last.length + word.length + 1 > most) rows.push(word)
		else rows[rows.length - 1] = last === '' ? word : `${last} ${word}`
	}
	return rows
}

/** A label in the script of its menu: in one trace, or in as many as its words want. `x` is counted from the side where reading begins. */
export const write = (text: string, language: MenuLanguage, place: TextPlace): string => {
	const { x, y, room, strong = false, colour = 'ink' } = place
	const fit = (letters: number): string[] => cut(text, Math.floor(room / (letters * share[language])))
	const size = fit(place.size).length > 2 ? Math.round(place.size * 0.8) : place.size
	const rows = fit(size)
	const isArabic = language === 'ar'
	const first = y - ((rows.length - 1) * size * 1.15) / 2
	return rows
		.map(
			(row, index) =>
				`<text x="${isArabic ? width - x : x}" y="${Math.round(first + index * size * 1.15)}" font-size="${size}"${strong ? ' font-weight="650"' : ''} fill="${paint(colour)}" lang="${language}" direction="${isArabic ? 'rtl' : 'ltr'}">${escape(row)}</text>`,
		)
		.join('')
}
