import type { gaps as keys } from './ar.ts'

/** Words of the study of gaps and of the law on a day, in French. */
export const gaps: Readonly<Record<keyof typeof keys, string>> = {
	'law.gap.links': 'Autres pages de l’étude',
	'law.gap.progress.one':
		'Il n’y a pour l’instant qu’une évaluation, du {day}. La suivante se placera à côté.',
	'law.convention.none': 'L’étude n’a pas encore comparé le droit marocain à ce texte.',
	'law.compare.title': 'Les conventions comparées, sujet par sujet',
	'law.compare.intro':
		'Chaque ligne est un sujet : quelles conventions le demandent, à quel article, et comment le droit marocain y répond. Une ligne réunit les articles qui, selon notre étude, disent le même devoir.',
	'law.compare.matter': 'Sujet',
	'law.compare.column.budapest': 'Budapest',
	'law.compare.column.protocols': 'Protocoles de Budapest',
	'law.compare.column.arab': 'Convention arabe',
	'law.compare.column.lanzarote': 'Lanzarote',
	'law.compare.column.un': 'ONU 2024',
	'law.compare.column.child': 'Droits de l’enfant',
	'law.compare.column.data': 'Données (108+)',
	'law.compare.column.others': 'Autres',
	'law.compare.without': 'Ce qui n’est pas dans le tableau',
	'law.compare.without.text':
		'Des conventions dont nos fiches n’ont encore aucun article : elles ne peuvent pas être comparées.',
	'law.question.intro':
		'Des questions que seul un juriste peut trancher. Ouvertes : {open}. Avec réponse : {answered}. D’ici là, les fiches qui attendent restent provisoires.',
	'law.question.waits': 'Ce qui attend la réponse : {n}',
	'law.question.waits.none': 'Aucune fiche ne nomme cette question.',
	'law.on.intro':
		'Choisissez un jour. Nous disons ce qui était en vigueur selon nos fiches, ce qui ne l’était pas, et ce que nous ne savons pas.',
	'law.on.ask-all': 'Tous les textes ce jour-là',
	'law.on.not-found': 'Nous ne trouvons pas ce texte',
	'law.on.not-found.text':
		'L’adresse ouverte ne correspond à aucun texte ni article de nos fiches. Vous pouvez chercher ici, ou regarder tous les textes.',
	'law.on.changes.by-then': 'Jusqu’à ce jour',
	'law.on.changes.later': 'Après ce jour',
	'law.on.changes.undated': 'Date d’effet inconnue',
}
