import type { Translated } from '../counted.ts'
import type { figures as keys } from './ar.ts'

/** Words of the hotline's figures, in French. */
export const figures: Translated<typeof keys, 'fr'> = {
	'figures.title': 'Le signalement en chiffres',
	'figures.intro':
		'Combien de messages arrivent, sur quoi, et combien de temps prend une réponse. Trois mois à la fois, une fois qu’ils sont finis.',
	'figures.nothing': 'Rien ici ne parle d’un message en particulier : ni nom, ni lieu, ni mot.',
	'figures.demonstration': 'Ceci est une démonstration : ces chiffres ne sont pas réels.',
	'figures.none': 'Aucun chiffre n’est encore publié. Ceux de trois mois paraissent un mois après leur fin.',
	'figures.span': 'De {from} à {to}',
	'figures.too-few': {
		by: 'n',
		one: 'Moins de {n} cas pendant ces mois. Nous ne montrons aucun nombre, pour que personne ne soit reconnu.',
		other:
			'Moins de {n} cas pendant ces mois. Nous ne montrons aucun nombre, pour que personne ne soit reconnu.',
	},
	'figures.cases': 'Cas',
	'figures.few': 'moins de {n}',
	'figures.category': 'Sur quoi',
	'figures.reporter': 'Qui a écrit',
	'figures.lane': 'Danger au moment d’écrire',
	'figures.lane.danger': 'Danger maintenant',
	'figures.lane.normal': 'Pas de danger maintenant',
	'figures.outcome': 'Ce qui s’est passé ensuite',
	'figures.outcome.open': 'Le travail continue',
	'figures.outcome.police': 'Transmis à la police ou au parquet',
	'figures.outcome.gone': 'Le contenu n’est plus là',
	'figures.outcome.host': 'L’hébergeur est prévenu, le contenu est encore là',
	'figures.outcome.answered': 'La réponse a suffi',
	'figures.outcome.not-illegal': 'Pas contraire à la loi',
	'figures.outcome.ended': 'Terminé autrement',
	'figures.group': 'Groupe',
	'figures.times': 'En combien de temps',
	'figures.step': 'Étape',
	'figures.promised': 'Promis',
	'figures.half': 'La moitié des cas en moins de',
	'figures.nine': 'Neuf sur dix en moins de',
	'figures.minutes': {
		by: 'n',
		one: '{n} min',
		other: '{n} min',
	},
	'figures.hours': {
		by: 'n',
		one: '{n} h',
		other: '{n} h',
	},
	'figures.same-day': 'le jour même',
	'figures.hidden': 'non montré',
	'figures.method': 'Comment nous comptons',
	'figures.method-tens':
		'Chaque nombre est arrondi à la dizaine d’en dessous : 120–129 veut dire un nombre entre les deux. Moins de {n} n’est pas montré, zéro non plus.',
	'figures.method-alone':
		'Chaque nombre est arrondi seul. Un nombre caché ne se calcule donc ni par la somme ni par les autres.',
	'figures.method-once':
		'Trois mois sont publiés une seule fois, un mois après leur fin, puis ne changent plus. Aucun compteur ne bouge avec un message.',
	'figures.method-times': {
		by: 'n',
		one: 'Le temps est en heures entières, jusqu’à l’étape ou la fin du cas. Il n’est montré que si {n} cas ont été plus rapides et {n} plus lents.',
		other:
			'Le temps est en heures entières, jusqu’à l’étape ou la fin du cas. Il n’est montré que si {n} cas ont été plus rapides et {n} plus lents.',
	},
	'figures.method-who':
		'Qui a écrit est compté à part du message. Qui ne l’a pas dit, ou n’est pas encore lu, compte parmi ceux qui ne l’ont pas dit.',
	'figures.data': 'Données ouvertes',
	'figures.data.text':
		'Les mêmes chiffres en fichiers, pour qui veut calculer. À utiliser librement, en citant la source.',
	'figures.data.schema': 'Description du fichier',
}
