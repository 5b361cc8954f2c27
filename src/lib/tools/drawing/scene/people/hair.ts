import type { Hair, CastMember } from '../scene-data.ts'
import { dots, film, stroke, paint, shape } from '../svg.ts'

/** Hair or cover of a head: behind the body, over the chest, over the head. */
export type Cover = { back?: string; chest?: string; front: string; hasEars?: boolean }
type Wear = { hair: string; cover: string; turn: number }

const skull = 'M-32 2C-38-28-20-44 0-44S38-28 32 2'
const drawShort = ({ hair }: Wear): Cover => ({
	front:
		shape(
			'M-32 3C-39-26-22-45 3-44C26-44 38-28 32 3C30-6 28-12 25-17C12-13-4-17-14-25C-18-16-29-13-32 3z',
			hair,
		) + film('M-26-24Q-14-40 4-40Q-14-34-22-20z', 0.16, 'light'),
	hasEars: true,
})
const drawFade = ({ hair }: Wear): Cover => ({
	front: shape('M-31-3C-36-30-19-43 0-43S36-30 31-3C29-10 27-16 23-19Q0-25-23-19C-27-16-29-10-31-3z', hair),
	hasEars: true,
})
const drawCurls = ({ hair }: Wear): Cover => ({
	front:
		shape('M-31 2C-36-26-18-40 0-40S36-26 31 2C29-8 25-15 20-18H-20C-25-15-29-8-31 2z', hair) +
		dots(
			[
				[-27, -14],
				[-24, -28],
				[-12, -37],
				[2, -40],
				[16, -36],
				[26, -26],
				[28, -12],
				[-12, -21],
				[2, -23],
				[15, -20],
			],
			18,
			hair,
		),
	hasEars: true,
})
const drawCloud = ({ hair }: Wear): Cover => ({
	back: dots(
		[
			[-34, 14],
			[-42, -6],
			[-36, -28],
			[-18, -42],
			[4, -46],
			[25, -38],
			[39, -20],
			[41, 2],
			[33, 18],
		],
		34,
		hair,
	),
	front:
		shape(`${skull}C29-10 22-17 10-21C-6-18-22-19-32 2z`, hair) +
		dots(
			[
				[-25, -17],
				[-10, -23],
				[6, -24],
				[21, -18],
			],
			17,
			hair,
		),
})
const drawBraids = ({ hair, cover }: Wear): Cover => ({
	back: dots(
		[
			[-36, 20],
			[36, 20],
		],
		17,
		hair,
	),
	front: shape(`${skull}C29-9 17-22 1-30C-16-22-29-9-32 2z`, hair) + stroke('M0-43V-30', 'warm', 1.6),
	chest:
		dots(
			[
				[-37, 24],
				[37, 24],
				[-40, 38],
				[40, 38],
			],
			17,
			hair,
		) +
		dots(
			[
				[-41, 51],
				[41, 51],
			],
			14,
			hair,
		) +
		dots(
			[
				[-41, 60],
				[41, 60],
			],
			8,
			cover,
		),
})
const drawBun = ({ hair, turn }: Wear): Cover => ({
	back: dots([[-turn * 8, -48]], 30, hair),
	front:
		shape(`${skull}C28-12 20-20 6-26C-12-24-27-14-32 2z`, hair) +
		film('M-24-24Q-10-40 8-39Q-10-34-20-20z', 0.16, 'light'),
	hasEars: true,
})
const drawTail = ({ hair, cover, turn }: Wear): Cover => {
	const side = turn > 0 ? -1 : 1
	return {
		back: shape(
			`M${side * 22}-32C${side * 62}-44 ${side * 64} 6 ${side * 46} 34C${side * 44} 8 ${side * 40}-8 ${side * 20}-12z`,
			hair,
		),
		front: shape(`${skull}C28-12 16-20 2-27C-14-21-28-12-32 2z`, hair) + dots([[side * 33, -25]], 11, cover),
		hasEars: true,
	}
}
const drawBob = ({ hair }: Wear): Cover => ({
	back: shape('M-38-2C-42-34-20-47 0-47S42-34 38-2L40 26Q34 36 22 33H-22Q-34 36-40 26z', hair),
	front:
		shape(`${skull}C27-4 25-18 12-26C0-16-18-12-28-14Q-31-8-32 2z`, hair) +
		film('M-27-22Q-16-40 4-41Q-14-34-22-20z', 0.16, 'light'),
})
const drawLong = ({ hair }: Wear): Cover => ({
	back: shape(
		'M-38-2C-42-34-20-47 0-47S42-34 38-2C38 24 48 44 44 66Q20 78 0 72T-44 66C-48 44-38 24-38-2z',
		hair,
	),
	front:
		shape(`${skull}C29-10 24-20 14-27C2-18-20-14-28-8Q-31-4-32 2z`, hair) +
		film('M-27-22Q-16-40 4-41Q-14-34-22-20z', 0.16, 'light'),
})
const drawHijab = ({ cover }: Wear): Cover => ({
	back: shape('M-40 0C-42-36-18-48 0-48S42-36 40 0C40 24 48 40 50 60Q0 76-50 60C-48 40-40 24-40 0z', cover),
	chest:
		shape('M-38 4C-36 34-30 46-44 66Q-8 84 20 70Q42 74 46 60C34 46 38 30 38 4z', cover) +
		film('M-28 26C-10 48 20 44 36 20C34 44 40 52 46 62Q10 62-28 26z', 0.22),
	front:
		`<path fill="${paint(cover)}" fill-rule="evenodd" d="M-39 0C-41-36-18-47 0-47S41-36 39 0C39 30 22 45 0 45S-39 30-39 0zM-26 2C-26 24-13 34 0 34S26 24 26 2C26-18 15-27 0-27S-26-18-26 2z"/>` +
		film('M-26 2C-26-18-15-27 0-27S26-18 26 2C24-16 14-22 0-22S-24-16-26 2z', 0.3) +
		film('M-31-16Q-22-40 2-43Q-18-36-27-12z', 0.2, 'light'),
})
const drawDrape = ({ cover, hair }: Wear): Cover => ({
	back: shape('M-40 4C-44-36-18-48 0-48S44-36 40 4C42 30 52 44 48 70H-48C-52 44-42 30-40 4z', cover),
	front:
		shape('M-31 0C-28-18-14-27 0-27S28-18 31 0Q22-16 0-19Q-22-16-31 0z', hair) +
		shape(
			'M-40 22C-46-34-18-49 0-49S46-34 40 22C38 34 36 40 34 44C36 8 26-27 0-27S-36 8-34 44C-36 40-38 34-40 22z',
			cover,
		) +
		film('M-31-18Q-22-41 2-45Q-20-36-29-10z', 0.2, 'light'),
})
const drawScarf = ({ cover, hair }: Wear): Cover => ({
	back: shape('M10 22Q50 22 46 58Q30 48 12 52zM-37 0Q-38 26-22 38H22Q38 26 37 0z', cover),
	front:
		shape('M-30-2C-26-20-14-28 0-28S26-20 30-2Q22-17 0-19Q-22-17-30-2z', hair) +
		shape(
			'M-38 10C-45-33-18-48 0-48S45-33 38 10Q35 22 28 28C34 4 26-26 0-26S-34 4-28 28Q-35 22-38 10z',
			cover,
		) +
		`<g opacity=".55">${dots(
			[
				[-24, -27],
				[-9, -37],
				[9, -37],
				[24, -27],
				[34, -10],
				[-34, -10],
			],
			5,
			'white',
		)}</g>`,
})
const drawCap = ({ cover, hair, turn }: Wear): Cover => ({
	front:
		shape('M-32 6V-12H32V6C30-4 28-8 25-12H-25C-28-8-30-4-32 6z', hair) +
		shape('M-34-12C-34-35-18-45 0-45S34-35 34-12z', cover) +
		(turn < 0
			? shape('M-33-18H12Q10-7-6-9L-48-6Q-54-16-33-18z', cover) +
				film('M-33-18H12Q10-7-6-9L-48-6Q-54-16-33-18z', 0.25)
			: shape('M33-18H-12Q-10-7 6-9L48-6Q54-16 33-18z', cover) +
				film('M33-18H-12Q-10-7 6-9L48-6Q54-16 33-18z', 0.25)),
	hasEars: true,
})
const drawTaqiya = ({ cover, hair }: Wear): Cover => ({
	front:
		shape('M-32 4V-16H32V4C30-5 27-10 24-14H-24C-27-10-30-5-32 4z', hair) +
		shape('M-33-14C-34-37-16-46 0-46S34-37 33-14Q0-24-33-14z', cover) +
		`<g opacity=".45">${stroke('M-28-24l7-6 7 5 7-6 7 6 7-6 7 6 7-5 7 6', 'olive', 2.2)}</g>`,
	hasEars: true,
})
const drawBeanie = ({ cover, hair }: Wear): Cover => ({
	front:
		shape('M-32 2V-14H32V2C29-8 27-11 24-13H-24C-27-11-29-8-32 2z', hair) +
		shape('M-33-16C-34-38-18-47 0-47S34-38 33-16z', cover) +
		`<rect x="-36" y="-23" width="72" height="13" rx="6" fill="${paint(cover)}"/>` +
		film('M-30-23h60q6 0 6 6.500t-6 6.500h-60q-6 0-6-6.500t6-6.500z', 0.2),
	hasEars: true,
})
const drawTurban = ({ cover }: Wear): Cover => ({
	front:
		shape('M-34-10C-44-26-36-48-4-49C34-52 46-28 34-8Q0-26-34-10z', cover) +
		`<g opacity=".3">${stroke('M-34-18Q-6-42 34-28M-36-26Q-8-50 28-42M-30-11Q8-30 38-16', 'shade', 2.4)}</g>`,
	hasEars: true,
})
const drawBare = ({ hair }: Wear): Cover => ({
	front: shape('M-32 8C-36-10-32-20-26-24C-27-12-28-4-29 8zM32 8C36-10 32-20 26-24C27-12 28-4 29 8z', hair),
	hasEars: true,
})

const drawings: Record<Hair, (wear: Wear) => Cover> = {
	short: drawShort,
	fade: drawFade,
	curls: drawCurls,
	cloud: drawCloud,
	braids: drawBraids,
	bun: drawBun,
	tail: drawTail,
	bob: drawBob,
	long: drawLong,
	hijab: drawHijab,
	drape: drawDrape,
	scarf: drawScarf,
	cap: drawCap,
	taqiya: drawTaqiya,
	beanie: drawBeanie,
	turban: drawTurban,
	bare: drawBare,
}

/** Hair or cover of somebody, as seen from where they look. */
export const drawHair = (person: CastMember, turn: number): Cover =>
	drawings[person.hair]({ hair: `hair-${person.hairColour}`, cover: person.cover, turn })

/** The back of the head of somebody who looks away from us. */
export const drawBackOfHead = (person: CastMember): string => {
	const isCovered = ['hijab', 'drape', 'scarf', 'cap', 'taqiya', 'beanie', 'turban'].includes(person.hair)
	const hair = `hair-${person.hairColour}`
	const nape = shape(
		'M-32-4C-34-28-18-45 0-45S34-28 32-4C32 20 20 32 0 32S-32 20-32-4z',
		isCovered ? person.cover : hair,
	)
	return nape + film('M-26-14Q-20-40 4-41Q-14-32-20-10z', 0.14, 'light')
}
