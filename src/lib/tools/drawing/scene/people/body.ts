import type { Bones } from './arm.ts'
import type { Build } from './clothes.ts'
import type { Age, CastMember, SceneFigure } from '../scene-data.ts'

export type Body = Build & { arm: Bones; leg: Bones; floor: number }
/** Measures by age. */
export const bodies: Record<Age, Body> = {
	child: {
		shoulder: 27,
		hem: 29,
		hip: 112,
		end: 330,
		floor: 194,
		arm: { lengths: [33, 31], widths: [10.5, 9.5, 8] },
		leg: { lengths: [37, 37], widths: [12, 10, 8] },
	},
	teen: {
		shoulder: 33,
		hem: 32,
		hip: 132,
		end: 360,
		floor: 236,
		arm: { lengths: [41, 38], widths: [11.5, 10, 8.4] },
		leg: { lengths: [48, 48], widths: [14, 11, 9] },
	},
	adult: {
		shoulder: 37,
		hem: 38,
		hip: 140,
		end: 360,
		floor: 252,
		arm: { lengths: [44, 41], widths: [12.5, 11, 9] },
		leg: { lengths: [52, 52], widths: [15, 12, 10] },
	},
	elder: {
		shoulder: 38,
		hem: 46,
		hip: 134,
		end: 360,
		floor: 234,
		arm: { lengths: [42, 39], widths: [13, 11.5, 9.4] },
		leg: { lengths: [46, 46], widths: [15, 12, 10] },
	},
}

/** Measures of somebody; who sits has sunk a little, and the trunk is shorter. */
export const findBody = (person: CastMember, { legs }: SceneFigure): Body => {
	const body = bodies[person.age]
	return legs === 'sit' ? { ...body, hip: body.hip - 16 } : body
}

/** The body of somebody: with legs it ends at the hip, without it goes on below the frame. */
export const toBody = (person: CastMember, figure: SceneFigure): Body => {
	const body = findBody(person, figure)
	if (!figure.legs) return body
	if (figure.legs === 'sit' || figure.legs === 'wheels') return { ...body, end: body.hip + 6 }
	return isLong(person)
		? { ...body, hem: body.hem + 8, end: body.floor - 16 }
		: { ...body, end: body.hip + (person.wears === 'smock' ? 22 : 6) }
}

/** Gives legs to somebody so far away that more than clothes would be seen. */
export const toStanding = (person: CastMember, figure: SceneFigure): SceneFigure => {
	const isFar = figure.at[1] + (figure.size ?? 1) * (bodies[person.age].hip + 30) < 345
	return figure.legs === undefined && isFar ? { ...figure, legs: 'stand' } : figure
}

/** Clothes that go down to the feet. */
export const isLong = ({ wears, gender, age }: CastMember): boolean =>
	wears === 'djellaba' || wears === 'kaftan' || (wears === 'jacket' && gender === 'girl' && age === 'adult')
