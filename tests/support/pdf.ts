/** Reads PDF files with other people's programs: poppler's pdfinfo, pdftotext and pdftoppm, and the QR reader of `qr`. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import decodeQr from 'qr/decode.js'

const known = new Map<string, boolean>()

/** True when the program is there; says once which Debian package holds it when it is not. */
export const isInstalled = (program: 'pdfinfo'): boolean => {
	const found = known.get(program) ?? spawnSync(program, ['-v']).error === undefined
	if (!found && !known.has(program)) console.warn(`${program} is not here: apt-get install poppler-utils`)
	known.set(program, found)
	return found
}

const readPicture = (path: string): { width: number; height: number; data: Uint8Array } => {
	const file = readFileSync(path)
	const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(file.subarray(0, 64).toString('latin1'))
	if (!head) throw new Error(`reading ${path}: wanted a PPM picture`)
	const [width, height] = [Number(head[1]), Number(head[2])]
	const rgb = file.subarray(head[0].length)
	const data = new Uint8Array(width * height * 4).fill(255)
	for (let pixel = 0; pixel < width * height; pixel++)
		data.set(rgb.subarray(pixel * 3, pixel * 3 + 3), pixel * 4)
	return { width, height, data }
}

/** What a PDF says of itself, its text, and the code in the QR of its first page, without the address before it. */
export const readPdf = (file: Uint8Array, folder: string): { info: string; text: string; code: string } => {
	const path = join(folder, 'file.pdf')
	writeFileSync(path, file)
	const run = (program: string, ...args: string[]): string =>
		execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
	run('pdftoppm', '-r', '90', '-singlefile', path, join(folder, 'page'))
	const code = decodeQr(readPicture(join(folder, 'page.ppm'))).replace(/^.*#/u, '')
	return { info: run('pdfinfo', path), text: run('pdftotext', path, '-'), code }
}
