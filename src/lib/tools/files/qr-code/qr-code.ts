import encodeQr from 'qr'

const quietBorder = 4

const toSquares = (text: string): boolean[][] =>
	encodeQr(text, 'raw', { ecc: 'medium', border: quietBorder, encoding: 'byte' })

/** Rows of `1` (dark) and `0` (light), without a border. Throws when the text is longer than 2,331 bytes. */
export const toQrRows = (text: string): string[] =>
	toSquares(text)
		.slice(quietBorder, -quietBorder)
		.map((row) =>
			row
				.slice(quietBorder, -quietBorder)
				.map((isDark) => (isDark ? '1' : '0'))
				.join(''),
		)

/** The dark squares as the `d` of an SVG path, and the side of the square picture in units, border included. */
export const toQrPath = (text: string): { path: string; side: number } => {
	const squares = toSquares(text)
	const path = squares
		.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
		.join('')
	return { path, side: squares.length }
}
