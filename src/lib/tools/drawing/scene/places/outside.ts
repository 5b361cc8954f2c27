import { archPath, slab, disc, dots, film, stroke, shape, starShape, starPath } from '../svg.ts'
import { halo, wall, type Layers } from './ground.ts'

export const drawRoof = (): Layers => ({
	behind:
		slab([0, 0, 360, 360], 'dusk') +
		shape('M0 0H360V86Q270 62 180 84T0 78z', 'dusk-high') +
		disc([246, 176], 38, 'glow') +
		shape('M0 240V186h40v-24h46v40h34v-22h24V118h-4v-8h32v8h-4v62h28v-10h48v30h38v-44h40v26h38v66z', 'town') +
		dots(
			[
				[60, 186],
				[104, 210],
				[230, 196],
				[296, 182],
				[330, 214],
			],
			7,
			'glow',
		) +
		slab([0, 236, 360, 124], 'roof') +
		slab([0, 228, 360, 18], 'roof-light') +
		stroke('M-4 70Q90 104 180 84T364 62', 'ink', 2.4) +
		shape('M18 78L20 164Q48 172 78 160L76 88z', 'card') +
		shape('M96 92l-12 14 10 10 6-5v40h36v-40l6 5 10-12-14-15q-20 8-42 3z', 'sky') +
		shape('M262 80v26l15 6 4-8-7-5V79zM286 78v26l15 6 4-8-7-5V77z', 'mint'),
	before: '',
})
export const drawDerb = (): Layers => ({
	behind:
		wall('sand') +
		halo([180, 170], 150) +
		slab([0, 0, 70, 360], 'wall-rose') +
		slab([290, 0, 70, 360], 'wall-rose') +
		film('M70 0h12v360h-12zM278 0h12v360h-12z', 0.12) +
		shape(archPath([180, 300], 150, 250), 'card') +
		shape(archPath([180, 300], 124, 224), 'door') +
		stroke('M180 92V300', 'navy', 2) +
		`<g opacity=".9">${dots(
			[
				[132, 170],
				[132, 210],
				[132, 250],
				[228, 170],
				[228, 210],
				[228, 250],
				[158, 170],
				[158, 210],
				[158, 250],
				[202, 170],
				[202, 210],
				[202, 250],
			],
			5,
			'saffron',
		)}</g>` +
		shape(starPath([180, 130], 15), 'saffron') +
		slab([0, 300, 360, 60], 'floor') +
		slab([96, 292, 168, 16], 'roof-light', 3) +
		stroke('M0 330H360M60 300L30 360M300 300L330 360', 'line', 2) +
		slab([10, 96, 40, 54], 'door', 4) +
		stroke('M30 96V150M10 123H50', 'wall-rose', 3) +
		slab([310, 96, 40, 54], 'door', 4) +
		stroke('M330 96V150M310 123H350', 'wall-rose', 3),
	before: '',
})
export const drawYard = (): Layers => ({
	behind:
		slab([0, 0, 360, 360], 'sky-day') +
		shape('M0 110H360V262H0z', 'wall-rose') +
		slab([0, 100, 360, 14], 'roof-light') +
		shape(archPath([268, 262], 96, 132), 'card') +
		shape(archPath([268, 262], 76, 112), 'door') +
		starShape([268, 180], 12, 'saffron') +
		stroke('M66 262V150', 'wood', 14) +
		dots(
			[
				[66, 98],
				[34, 124],
				[98, 124],
				[46, 74],
				[88, 76],
			],
			62,
			'leaf',
		) +
		dots(
			[
				[40, 100],
				[70, 76],
				[92, 110],
				[60, 128],
				[30, 130],
				[100, 84],
			],
			12,
			'saffron',
		) +
		slab([0, 258, 360, 102], 'floor') +
		film('M20 262Q66 252 112 262Q100 276 66 276T20 262z', 0.16) +
		stroke('M0 308H360', 'line', 3),
	before: '',
})
export const drawTerrain = (): Layers => ({
	behind:
		slab([0, 0, 360, 360], 'sky-day') +
		disc([300, 56], 30, 'glow') +
		shape('M0 196V140h52v-30h54v44h46v-24h60v34h52v-46h50v28h46v50z', 'wall-rose') +
		dots(
			[
				[78, 136],
				[182, 150],
				[290, 136],
				[26, 166],
			],
			9,
			'door',
		) +
		slab([0, 190, 360, 170], 'earth') +
		stroke('M40 226V118H150V226', 'card', 6) +
		`<g opacity=".5">${stroke('M58 118V214M76 118V212M94 118V212M112 118V212M130 118V214M40 142H150M40 166H150M40 190H150', 'card', 1.6)}</g>` +
		stroke('M0 268Q180 232 360 268', 'card', 4),
	before: '',
})
export const drawTaxi = (): Layers => ({
	behind:
		slab([0, 0, 360, 360], 'sky-day') +
		shape('M0 176V96h40v-30h60v46h50v-26h60v40h60v-52h50v30h40v72z', 'wall-rose') +
		slab([0, 170, 360, 190], 'floor') +
		shape('M22 250C22 110 70 62 130 56H260C320 62 346 110 350 250z', 'glass') +
		film('M70 238L130 82H176L110 238z', 0.35, 'light'),
	before:
		shape('M0 236H360V360H0z', 'taxi') +
		slab([0, 230, 360, 16], 'card', 4) +
		stroke('M182 60V360', 'taxi', 14) +
		stroke('M182 246V360', 'line', 3) +
		slab([130, 268, 34, 9], 'steel', 4) +
		slab([318, 268, 34, 9], 'steel', 4) +
		stroke('M0 316H360', 'line', 4) +
		stroke('M24 250C24 110 72 60 130 54H260C320 60 346 110 350 250', 'taxi', 13),
})
export const drawHanout = (): Layers => ({
	behind:
		wall('mint') +
		halo([180, 160], 140) +
		[0, 1, 2, 3, 4, 5]
			.map((index) => shape(`M${index * 60} 0h60v34q-30 22-60 0z`, index % 2 ? 'card' : 'terra'))
			.join('') +
		[112, 176].map((y) => slab([0, y, 360, 9], 'wood')).join('') +
		[
			[16, 78, 26, 34, 'saffron'],
			[48, 84, 22, 28, 'sky'],
			[76, 72, 26, 40, 'plum'],
			[262, 78, 26, 34, 'mint'],
			[294, 70, 22, 42, 'terra'],
			[322, 80, 28, 32, 'saffron'],
			[12, 142, 30, 34, 'terra'],
			[48, 146, 26, 30, 'card'],
			[268, 140, 28, 36, 'sky'],
			[302, 148, 44, 28, 'sand'],
		]
			.map(([x, y, width, height, colour]) =>
				slab([Number(x), Number(y), Number(width), Number(height)], String(colour), 4),
			)
			.join(''),
	before:
		slab([-10, 290, 380, 80], 'wood') +
		slab([-10, 284, 380, 14], 'wood-light', 4) +
		`<g opacity=".6">${shape([30, 90, 150, 210, 270, 330].map((x) => starPath([x, 330], 13)).join(''), 'saffron')}</g>`,
})
