import type { search as keys } from './ar.ts'

/** Words of the search over the law, in French. */
export const search: Readonly<Record<keyof typeof keys, string>> = {
	'law.search.empty':
		'Écrivez un numéro comme vous le connaissez, ou ce qui s’est passé, comme vous parlez. Toutes les façons d’écrire sont comprises.',
	'law.search.exact': 'Le texte demandé',
	'law.search.missing':
		'Nous n’avons pas de texte avec ce numéro. Il existe peut-être : nous ne réunissons pas tous les textes.',
	'law.search.situations': 'Si cela arrive',
	'law.search.nearest': 'Peut-être l’une de ces situations',
	'law.search.texts': 'Les textes qui en parlent',
	'law.search.none':
		'Aucun texte avec ces mots. Ce n’est pas grave : choisissez ce qui ressemble à ce qui s’est passé.',
	'law.search.site': 'Que faire ? Chercher dans les conseils',
	'law.search.in-law': 'Que dit la loi ?',
	'law.search.only-law': 'Chercher cela dans la loi',
}
