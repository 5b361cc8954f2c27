/**
 * Draws our star (`static/icon.svg`) as phones and older browsers want it: `favicon.ico`, the icon of a home screen, those of the
 * manifest. Run by the build; its output is not in the repository.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'

const star = readFileSync('static/icon.svg', 'utf8')
/** An icon that a phone cuts to its own shape: the colour goes to the edge, the star keeps within the middle (W3C manifest, "maskable"). */
const maskable = star
	.replace(/ rx="\d+"/u, '')
	.replace('<path', '<g transform="translate(9.6 9.6) scale(.7)"><path')
	.replace('</svg>', '</g></svg>')
/** Phones of Apple round the corners themselves and show what is clear in black. */
const square = star.replace(/ rx="\d+"/u, '')

const draw = (svg: string, size: number): Buffer =>
	Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng())

/** One picture of 32 x 32 in the container that browsers ask for without being told. */
const toIco = (png: Buffer, size: number): Buffer => {
	const head = Buffer.alloc(22)
	head.writeUInt16LE(1, 2) // an icon
	head.writeUInt16LE(1, 4) // one picture
	head.writeUInt8(size, 6)
	head.writeUInt8(size, 7)
	head.writeUInt16LE(1, 10) // planes
	head.writeUInt16LE(32, 12) // bits a point
	head.writeUInt32LE(png.length, 14)
	head.writeUInt32LE(head.length, 18)
	return Buffer.concat([head, png])
}

const files = {
	'favicon.ico': toIco(draw(star, 32), 32),
	'apple-touch-icon.png': draw(square, 180),
	'icon-192.png': draw(star, 192),
	'icon-512.png': draw(star, 512),
	'icon-maskable-512.png': draw(maskable, 512),
}
for (const [name, body] of Object.entries(files)) writeFileSync(`static/${name}`, body)
