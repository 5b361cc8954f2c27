import type { overview as keys } from './ar.ts'

/** Words of the programme in ten minutes, in French. */
export const overview: Readonly<Record<keyof typeof keys, string>> = {
	'overview.title': 'Thiqa en dix minutes',
	'overview.intro':
		'Un logiciel libre avec lequel un pays protège ses enfants en ligne. Ce qui existe, ce que ça vaut, qui l’a relu, ce qui attend. Chaque nombre est compté dans le contenu même.',
	'overview.brochure': 'La brochure, en deux pages (PDF)',
	'overview.exists': 'Ce qui existe',
	'overview.count.pages': 'Pages de conseils, toutes langues',
	'overview.count.answers': 'Réponses d’urgence, toutes langues',
	'overview.count.stories': 'Histoires pour s’entraîner',
	'overview.count.quizzes': 'Petits tests',
	'overview.count.lessons': 'Leçons prêtes',
	'overview.count.guides': 'Guides d’appareils et d’applis',
	'overview.count.targets': 'Fichiers de protection, par programme',
	'overview.count.doors': 'Numéros et portes d’aide',
	'overview.count.texts': 'Lois et conventions',
	'overview.count.provisions': 'Articles expliqués',
	'overview.count.rows': 'Lignes comparées aux conventions',
	'overview.count.gaps': 'Lacunes nommées',
	'overview.matrix': 'Sujets, lecteurs, langues',
	'overview.matrix.text':
		'Le nombre : en combien de langues la page se lit (arabe, français, tamazight, anglais). Un tiret : ce sujet n’est pas pour ce lecteur.',
	'overview.topic': 'Sujet',
	'overview.quality': 'Ce que ça vaut',
	'overview.quality.text':
		'Seulement ce qu’un test ou un fichier tient. La commande sous chaque ligne refait la mesure.',
	'overview.quality.weight':
		'Poids d’une page à la première vue : {help} Ko au plus pour l’aide, {other} Ko pour le reste.',
	'overview.quality.private': 'Aucun cookie, aucun serveur tiers sur les pages pesées.',
	'overview.quality.axe': 'Aucune violation des règles d’accessibilité (axe) sur les modèles de pages.',
	'overview.quality.ran': 'Fichiers de protection passés dans le vrai programme : {n} sur {of}.',
	'overview.quality.speed':
		'Vitesse et qualité selon Lighthouse : mesurées à la demande, aucun chiffre n’est gardé ici.',
	'overview.review': 'Qui l’a relu',
	'overview.review.text':
		'On cherche des relecteurs : chaque texte dit que personne ne l’a encore lu. La barre se remplit quand quelqu’un signe de son nom.',
	'overview.review.native': 'Locuteurs natifs',
	'overview.review.specialist': 'Spécialistes de l’enfance',
	'overview.review.jurist': 'Juristes',
	'overview.review.done': '{done} sur {of}',
	'overview.waits': 'Ce qui attend',
	'overview.waits.operator': 'Un opérateur : sans sa fiche, le signalement reste en mode démonstration.',
	'overview.waits.questions': 'Questions ouvertes que seul un juriste peut trancher : {n}.',
	'overview.waits.native': 'Des lecteurs natifs, d’abord pour le tamazight et la darija.',
	'overview.waits.devices': 'L’essai des guides sur de vrais téléphones au Maroc.',
	'overview.reached': 'Ce qui a été atteint',
	'overview.reached.none': 'Aucun chiffre n’est publié pour l’instant.',
	'overview.reached.paper':
		'Les chiffres publiés changent après l’impression. Ils se trouvent sur le site, à la page du programme. S’il n’y en a aucun, elle le dit.',
	'overview.reached.see': 'La page du programme',
}
