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
export const toQrPath = (text: string): { path: string; side: number } => drawPath(toSquares(text))

/**
 * The same for much text of few letters: `0-9 A-Z $%*+-./:` and space, at most 4,296. Corrects less than the other: for a screen, not for paper
 * that is folded. Throws for any other letter.
 */
export const toDenseQrPath = (text: string): { path: string; side: number } =>
	drawPath(encodeQr(text, 'raw', { ecc: 'low', border: quietBorder, encoding: 'alphanumeric' }))

const drawPath = (squares: boolean[][]): { path: string; side: number } => {
	const path = squares
		.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
		.join('')
	return { path, side: squares.length }
}
