import type { CastMember } from '../scene-data.ts'
import { dots, film, stroke, shape } from '../svg.ts'

/** Measures of a body under its head: half widths of shoulders and hem, where the hip is, and how far it is drawn. */
export type Build = { shoulder: number; hem: number; hip: number; end: number }

/** The trunk, from the neck down. Shoulders lie at 52. */
export const toTrunk = ({ shoulder, hem, hip, end }: Build): string =>
	`M-10 42C-16 46-${shoulder - 10} 44-${shoulder - 3} 52Q-${shoulder + 3} 58-${shoulder + 1} 74C-${shoulder - 3} ${(74 + hip) / 2}-${hem} ${hip - 14}-${hem} ${hip}V${end}H${hem}V${hip}C${hem} ${hip - 14} ${shoulder - 3} ${(74 + hip) / 2} ${shoulder + 1} 74Q${shoulder + 3} 58 ${shoulder - 3} 52C${shoulder - 10} 44 16 46 10 42Q0 50-10 42z`

type Detail = (build: Build, colours: { cloth: string; trim: string; skin: string }) => string
const details: Record<CastMember['wears'], Detail> = {
	sweater: (_, { trim }) => stroke('M-12 43Q0 54 12 43', trim, 4),
	smock: ({ end }, { trim, cloth }) =>
		shape('M-12 42Q-20 46-18 56L-3 60L0 50L3 60L18 56Q20 46 12 42Q0 52-12 42z', trim) +
		film(`M-1.500 58h3V${end}h-3z`, 0.2) +
		`<g opacity=".6">${dots(
			[
				[7, 72],
				[7, 88],
				[7, 104],
			],
			4.4,
			trim,
		)}</g>` +
		film('M-18 56L-3 60L0 50L3 60L18 56L16 60L2 65L0 58L-2 65L-16 60z', 0.14) +
		(cloth === 'white' ? '' : ''),
	hoodie: (_, { cloth }) =>
		shape('M-22 48Q-26 36-14 34H14Q26 36 22 48Q14 64 0 64T-22 48z', cloth) +
		film('M-22 48Q-26 36-14 34H14Q26 36 22 48Q14 64 0 64T-22 48zM-13 44Q0 60 13 44Q0 38-13 44z', 0.16) +
		stroke('M-7 62V80M7 62V76', 'white', 2.4),
	shirt: (_, { trim, skin }) =>
		shape('M-9 42L0 54L9 42Q0 48-9 42z', skin) + stroke('M-12 42L0 55L12 42', trim, 4),
	stripes: ({ shoulder, end }, { trim }) =>
		[-18, 0, 18]
			.map((x) => (Math.abs(x) < shoulder - 6 ? stroke(`M${x} ${x === 0 ? 52 : 48}V${end}`, trim, 7) : ''))
			.join('') + stroke('M-12 42Q0 53 12 42', trim, 4),
	jacket: ({ end }, { trim }) =>
		shape(`M-10 42L-7 ${end}H7L10 42Q0 50-10 42z`, trim) +
		film(
			`M-10 42L-22 62L-14 66L-7 ${end}h-4L-17 68L-25 63L-13 43zM10 42L22 62L14 66L7 ${end}h4L17 68L25 63L13 43z`,
			0.24,
		),
	djellaba: ({ end }, { trim, skin }) =>
		shape('M-8 42L0 58L8 42Q0 48-8 42z', skin) +
		stroke(`M-11 42L0 62L11 42M0 62V${end}`, trim, 3.4) +
		`<g opacity=".9">${dots(
			[
				[0, 72],
				[0, 84],
				[0, 96],
				[0, 108],
			],
			5.4,
			trim,
		)}</g>`,
	kaftan: ({ end, hip }, { trim, skin }) =>
		shape('M-8 42Q0 56 8 42Q0 47-8 42z', skin) +
		stroke(`M-3.500 52V${end}M3.500 52V${end}`, trim, 2.6) +
		stroke(`M-30 ${hip - 26}Q0 ${hip - 18} 30 ${hip - 26}`, trim, 8),
	collar: ({ end }, { trim }) =>
		shape('M-11 41L-17 52L-5 61L0 50L5 61L17 52L11 41Q0 50-11 41z', trim) +
		film('M-17 52L-5 61L0 50L5 61L17 52L15 57L4 66L0 57L-4 66L-15 57z', 0.16) +
		film(`M-1 58h2V${end}h-2z`, 0.24),
}

/** The clothes of somebody, on the trunk. */
export const drawClothes = (person: CastMember, build: Build): string => {
	const trunk = toTrunk(build)
	const { shoulder, hem, hip, end } = build
	return (
		shape(trunk, person.cloth) +
		film(
			`M${shoulder - 9} 47Q${shoulder + 3} 52 ${shoulder + 1} 74C${shoulder - 3} ${(74 + hip) / 2} ${hem} ${hip - 14} ${hem} ${hip}V${end}H${hem - 15}C${hem - 12} ${hip - 20} ${shoulder - 14} 90 ${shoulder - 9} 47z`,
			0.13,
		) +
		details[person.wears](build, { cloth: person.cloth, trim: person.trim, skin: `skin-${person.skin}` })
	)
}
