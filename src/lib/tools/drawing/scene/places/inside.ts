import type { Scene } from '../scene-data.ts'
import { archPath, slab, disc, dots, film, stroke, paint, shape, starShape, starPath } from '../svg.ts'
import { halo, tileBand, wall, type Layers } from './ground.ts'

export const drawSalon = ({ hue = 'saffron' }: Scene): Layers => ({
	behind:
		wall(hue) +
		halo([180, 150], 150) +
		shape(archPath([58, 128], 74, 108), 'glass') +
		stroke('M58 24V128M21 78H95', 'card', 4) +
		shape(archPath([302, 128], 74, 108), 'glass') +
		stroke('M302 24V128M265 78H339', 'card', 4) +
		tileBand(136, 'tile') +
		[0, 122, 244].map((x) => slab([x - 6, 186, 118, 74], 'terra', 18)).join('') +
		film('M-6 240h378v20h-378z', 0.12) +
		slab([-10, 246, 380, 130], 'sofa', 14) +
		slab([-10, 246, 380, 13], 'saffron', 6) +
		`<g opacity=".5">${shape([40, 110, 180, 250, 320].map((x) => `M${x - 14} 292l14-9 14 9-14 9z`).join(''), 'sand')}</g>`,
	before: '',
})
export const drawBedroom = (): Layers => ({
	behind:
		slab([0, 0, 360, 360], 'room') +
		`<g opacity=".5">${starShape([230, 180], 150, 'lamplight')}</g>` +
		shape(archPath([76, 172], 116, 158), 'room-light') +
		shape(archPath([76, 164], 96, 140), 'sky-night') +
		shape('M78 62a25 25 0 1 0 23 39a21 21 0 0 1-23-39z', 'glow') +
		dots(
			[
				[48, 84],
				[106, 66],
				[50, 132],
				[104, 138],
			],
			4,
			'glow',
		) +
		slab([120, 200, 250, 90], 'wood', 20) +
		film('M120 220q0-20 20-20h230v14H140q-14 0-14 14z', 0.2, 'light'),
	before: '',
})
export const drawClassroom = ({ hue = 'sky' }: Scene): Layers => ({
	behind:
		wall(hue) +
		halo([180, 190], 150) +
		slab([84, 24, 200, 112], 'wood', 5) +
		slab([92, 32, 184, 96], 'board', 2) +
		`<g opacity=".7">${stroke(starPath([150, 80], 26), 'card', 2.6)}</g>` +
		stroke('M196 62H252M196 82H240M196 102H248', 'stone-light', 3) +
		slab([12, 40, 52, 70], 'glass', 4) +
		stroke('M38 40V110M12 75H64', 'card', 4) +
		slab([306, 40, 44, 60], 'card', 3) +
		shape('M312 92V74L322 64L334 80L340 74L344 92z', 'mint') +
		disc([334, 56], 5, 'saffron') +
		slab([0, 268, 360, 92], 'floor') +
		film('M0 268h360v7H0z', 0.12),
	before: slab([-10, 300, 380, 70], 'wood') + slab([-10, 294, 380, 13], 'wood-light', 4),
})
export const drawKitchen = ({ hue = 'mint' }: Scene): Layers => ({
	behind:
		wall(hue) +
		halo([180, 160], 150) +
		shape(archPath([180, 152], 110, 130), 'glass') +
		stroke('M180 22V152M125 92H235', 'card', 4) +
		tileBand(156, 'tile') +
		slab([0, 70, 84, 10], 'wood') +
		slab([276, 70, 84, 10], 'wood') +
		shape('M14 70V46q0-10 12-10t12 10v24zM290 70V50h20v20zM322 70q-4-26 8-28t10 28z', 'terra') +
		shape('M48 70V54h22v16z', 'sky') +
		slab([0, 208, 360, 160], 'floor'),
	before: slab([-10, 286, 380, 90], 'wood') + slab([-10, 280, 380, 13], 'wood-light', 4),
})
export const drawOffice = ({ hue = 'rose' }: Scene): Layers => ({
	behind:
		wall(hue) +
		halo([180, 170], 150) +
		shape(archPath([180, 190], 130, 166), 'glass') +
		stroke('M180 24V190M115 110H245', 'card', 5) +
		slab([14, 70, 56, 44], 'card', 3) +
		starShape([42, 92], 15, 'saffron') +
		slab([296, 108, 54, 8], 'wood') +
		slab([302, 80, 10, 28], 'mint', 2) +
		slab([314, 74, 10, 34], 'terra', 2) +
		slab([326, 84, 12, 24], 'saffron', 2) +
		slab([0, 282, 360, 80], 'floor') +
		film('M0 282h360v7H0z', 0.12) +
		`<ellipse cx="180" cy="334" rx="170" ry="22" fill="${paint('terra')}" opacity=".35"/>`,
	before: '',
})
/** A wall with its star, and a low band of tiles. */
export const drawPlain = ({ hue = 'sand' }: Scene): Layers => ({
	behind:
		wall(hue) +
		halo([180, 170], 158) +
		film('M0 296h360v64H0z', 0.07) +
		`<g opacity=".55">${shape([20, 84, 148, 212, 276, 340].map((x) => starPath([x, 330], 22)).join(''), 'halo')}</g>` +
		`<g opacity=".5">${slab([0, 292, 360, 6], 'halo')}</g>`,
	before: '',
})
