import type { Translated } from '../counted.ts'
import type { loops as arabic } from './ar.ts'

/** Words of the pictures that move, in French. */
export const loops: Translated<typeof arabic, 'fr'> = {
	'loops.title': 'Petits films sans paroles',
	'loops.intro': 'Trois films dessinés, vingt secondes chacun',
	'loops.kind': 'Film sans paroles',
	'loops.play': 'Faire bouger l’image',
	'loops.stop': 'Arrêter',
	'loops.print': 'La bande d’images à imprimer',
	'loops.frame': 'Image {n}',
	'loops.how':
		'Découpez les images, rangez-les dans l’ordre. Agrafez-les du côté du chiffre et feuilletez vite ; ou mélangez-les : les enfants les remettent en ordre et racontent.',
	'loops.tells.chain':
		'Un garçon prend la photo d’un enfant et l’envoie. Elle passe de l’un à l’autre. Une fille lève la main : stop. Puis elle va vers l’enfant et reste avec lui.',
	'loops.tells.hook':
		'Un cadeau sort d’un jeu. Le garçon voit qu’il pend à un hameçon. Il dit non, va voir son père et lui raconte.',
	'loops.tells.secret':
		'Un secret devient une pierre qui grandit. Une fille la porte seule. Elle parle à un grand, il porte avec elle : la pierre devient légère.',
}
