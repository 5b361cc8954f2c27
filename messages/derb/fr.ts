import type { Translated } from '../counted.ts'
import type { derb as arabic } from './ar.ts'

/** Words of the street of Najma, in French. */
export const derb: Translated<typeof arabic, 'fr'> = {
	'derb.title': 'Derb d’Najma',
	'derb.intro': 'Dix histoires en images, et la porte d’un grand au bout de chacune',
	'derb.hello': 'Moi, c’est Najma. Derrière chaque porte, une histoire.',
	'derb.night': 'Dix portes ouvertes ! Najma dort.',
	'derb.door': 'Porte {n}',
	'derb.now': 'Et maintenant ?',
	'derb.fault': 'Ce n’est pas une faute. La porte reste ouverte.',
	'derb.again': 'Choisir encore',
	'derb.open': 'Ouvrir la porte',
	'derb.call': 'Un grand peut appeler',
	'derb.tile': 'Un carreau pour toi ! Choisis sa couleur.',
	'derb.zellige': 'Mon zellige',
	'derb.doors': 'D’autres portes',
	'derb.more': 'D’autres images',
	'derb.recolour': 'Porte {n} : autre couleur',
	'derb.drawn': 'Un zellige en dix parties',
	'derb.colour.majorelle': 'Bleu',
	'derb.colour.mint': 'Vert',
	'derb.colour.saffron': 'Jaune',
	'derb.colour.terra': 'Rouge',
	'derb.colour.plum': 'Violet',
	'derb.colour.sky': 'Bleu ciel',
}
