/** Pictures of posters as SVG: the ground with its arch, the pictogram of the subject, a star, a QR code. */
import { toQrPath } from '#tools/files/qr-code'
import { shapes, type PictureName } from '#ui/picture'
import { light } from '#ui/tokens'
import { getTile, toArchPath, toStarPath } from '#ui/zellige'

const open = (width: number, height: number): string =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`

/** A pictogram in ink, on the terracotta of its meaning. */
export const drawPicture = (name: PictureName): string => {
	const { fill, line, dot } = shapes[name]
	return `${open(48, 48)}<path d="${fill ?? ''}" fill="${light.terracotta}" fill-opacity=".85"/><path d="${line ?? ''}" fill="none" stroke="${light.ink}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/><path d="${dot ?? ''}" fill="${light.ink}"/></svg>`
}

/** One star; `COLOUR` stands for its colour. */
export const star = `${open(100, 100)}<path d="${toStarPath([50, 50], 50)}" fill="COLOUR"/></svg>`

/** The square of a code within its quiet border. */
export const drawCodePicture = (address: string): string => {
	const { path, side } = toQrPath(address)
	return `${open(side, side)}<rect width="${side}" height="${side}" fill="white"/><path d="${path}" fill="black" shape-rendering="crispEdges"/></svg>`
}

/** Width is 210 on all: height, and where the arch begins and how high it is. */
const grounds = {
	'poster-a3': { height: 297, top: 24, rise: 36 },
	'poster-a4': { height: 297, top: 24, rise: 36 },
	leaflet: { height: 298, top: 32, rise: 46 },
	square: { height: 210, top: 20, rise: 30 },
	story: { height: 373.33, top: 48, rise: 40 },
	link: { height: 110.25, top: 16, rise: 22 },
} as const
export type PictureGround = keyof typeof grounds

/** Tiles in blue, and an arch of the colour of paper before them. */
export const drawGround = (kind: PictureGround): string => {
	const { height, top, rise } = grounds[kind]
	const tile = getTile('star', 17.5)
	const tiles = tile.shapes
		.map(
			({ path, role }) =>
				`<path d="${path}"${role === 'seed' ? ` fill="${light.saffron}" fill-opacity=".35"` : ''}/>`,
		)
		.join('')
	const [width, inset] = [188, 11]
	return `${open(210, height)}<defs><pattern id="t" width="17.5" height="17.5" patternUnits="userSpaceOnUse"><g fill="none" stroke="white" stroke-opacity=".2" stroke-width=".35">${tiles}</g></pattern></defs>
<rect width="210" height="${height}" fill="${light.majorelle}"/><rect width="210" height="${height}" fill="url(#t)"/>
<g transform="translate(${inset} ${top})"><path d="${toArchPath(width, rise, 13)}V${height + 10}H0Z" fill="${light.paper}" stroke="${light.saffron}" stroke-width="1.2"/></g></svg>`
}
