import decodeQr from 'qr/decode.js'
import { expect, test } from 'vitest'
import { toDenseQrPath, toQrPath, toQrRows } from './index.ts'

const text = 'https://thiqa.example/fr/skills/certificate#T1.bullying.b.5-5.20261125.k3f9x2.' + 'A'.repeat(86)

/** Draws rows as a picture of eight pixels a square, with a border, as a camera would see it. */
const toPicture = (rows: readonly string[]): { width: number; height: number; data: Uint8Array } => {
	const [scale, border] = [8, 4]
	const side = (rows.length + 2 * border) * scale
	const data = new Uint8Array(side * side * 4).fill(255)
	rows.forEach((row, y) =>
		Array.from(row).forEach((square, x) => {
			if (square === '0') return
			for (let dy = 0; dy < scale; dy++)
				for (let dx = 0; dx < scale; dx++) {
					const at = (((y + border) * scale + dy) * side + (x + border) * scale + dx) * 4
					data.fill(0, at, at + 3)
				}
		}),
	)
	return { width: side, height: side, data }
}

test('toQrRows() draws a square that a reader reads back', () => {
	const rows = toQrRows(text)
	expect(rows.every((row) => row.length === rows.length)).toBe(true)
	expect(decodeQr(toPicture(rows))).toBe(text)
})

test('toQrRows() takes Arabic and Tifinagh', () => {
	const words = 'ثقة ⵜⵉⵇⴰ'
	expect(decodeQr(toPicture(toQrRows(words)))).toBe(words)
})

test('toQrPath() draws the same squares within a quiet border of four', () => {
	const rows = toQrRows(text)
	const { path, side } = toQrPath(text)
	expect(side).toBe(rows.length + 8)
	expect(path.match(/M/gu)).toHaveLength(rows.join('').replaceAll('0', '').length)
	expect(path.startsWith('M4 4h1v1h-1z')).toBe(true)
})

test('toDenseQrPath() draws much text of few letters with fewer squares', () => {
	const letters = 'THIQA:' + 'AB7'.repeat(400)
	expect(toDenseQrPath(letters).side).toBeLessThan(toQrPath(letters).side)
	expect(() => toDenseQrPath('é')).toThrow()
})
