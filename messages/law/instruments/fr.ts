import type { instruments as keys } from './ar.ts'

/** Words of the pages of texts and articles and of the ways into them, in French. */
export const instruments: Readonly<Record<keyof typeof keys, string>> = {
	'law.instrument.today': 'Aujourd’hui, {day} :',
	'law.hub.more': 'Pour aller plus loin',
	'law.hub.gaps': 'Ligne par ligne : ce qui est couvert, ce qui manque, ce qui pourrait le combler.',
	'law.hub.compare': 'Comparer les conventions',
	'law.hub.compare.text': 'Le même devoir, et les mots de chaque convention.',
	'law.hub.on': 'Choisissez un jour : ce qui était en vigueur d’après nos fiches.',
	'law.hub.questions': 'Ce que seuls des juristes peuvent trancher. Vous avez une réponse ?',
	'law.hub.study': 'Tableaux, méthode, sources et questions, en arabe et en français.',
	'law.hub.data': 'Toutes les fiches en fichiers à réutiliser librement, avec licence et citation.',
	'law.hub.figures': 'En chiffres',
	'law.hub.figures.instruments': 'textes',
	'law.hub.figures.provisions': 'articles',
	'law.hub.figures.mappings': 'comparaisons avec les conventions',
	'law.hub.figures.sources': 'sources',
}
