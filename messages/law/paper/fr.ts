import type { paper as keys } from './ar.ts'

/** Words of the page that hands out the printed study of the law, in French. */
export const paper: Readonly<Record<keyof typeof keys, string>> = {
	'law.paper.title': 'L’étude sur papier',
	'law.paper.intro':
		'Ce que les conventions demandent pour protéger les enfants en ligne, ce que répond le droit marocain, ce qui manque. À imprimer, à lire sans internet, à faire passer.',
	'law.paper.state': 'État au {day}. Empreinte des données : {print}.',
	'law.paper.study': 'L’étude complète',
	'law.paper.study.text':
		'Tableaux numérotés, raison de chaque ligne, sources, questions pour les juristes, index des articles.',
	'law.paper.summary': 'L’étude en une page',
	'law.paper.summary.text':
		'Les chiffres, les lacunes et ce qui les comblerait. Une seule feuille pour une réunion ou une classe.',
	'law.paper.file': 'PDF · {pages} p. · {size}',
	'law.paper.method': 'Comment elle est faite',
	'law.paper.method.text':
		'Pour chaque devoir d’une convention, une seule question : quels articles marocains y répondent, et jusqu’où ? Dispositions : {rows}. Conventions : {conventions}. Sources : {sources}. Ce qui n’a pas été trouvé est dit.',
	'law.paper.unread': 'Aucun juriste ne l’a encore lue.',
	'law.paper.alive': 'La même, vivante',
	'law.paper.alive.text':
		'Sur le site, elle se lit et se trie ligne par ligne, et change quand la loi change.',
}
