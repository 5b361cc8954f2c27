import type { data as keys } from './ar.ts'

/** Words of the open data of the law, in French. */
export const data: Readonly<Record<keyof typeof keys, string>> = {
	'law.data.title': 'La loi en données ouvertes',
	'law.data.intro':
		'Tout ce que disent les pages sur la loi se prend en fichiers : pour lire, vérifier ou construire. C’est gratuit et sans compte.',
	'law.data.version': 'Version {version}, {day}',
	'law.data.no-text':
		'Ce sont des résumés en nos mots, pas le texte de la loi. Le texte officiel est au Bulletin officiel.',
	'law.data.blank':
		'Une case vide veut dire : pas encore trouvé. Chaque information porte sa source et son degré de certitude.',
	'law.data.files': 'Les fichiers',
	'law.data.records': 'Lignes : {n}',
	'law.data.schema': 'Sens des cases',
	'law.data.kind.instruments': 'Textes',
	'law.data.kind.provisions': 'Articles',
	'law.data.kind.mappings': 'Comparaison avec les conventions',
	'law.data.kind.situations': 'Situations',
	'law.data.kind.questions': 'Questions aux juristes',
	'law.data.kind.sources': 'Sources',
	'law.data.kind.versions': 'Modifications',
	'law.data.kind.figures': 'Chiffres de l’étude',
	'law.data.catalogue': 'Le catalogue (DCAT)',
	'law.data.texts': 'Chaque texte à son adresse permanente',
	'law.data.texts.intro':
		'Une adresse à la manière d’ELI, qui ne change pas, et deux fichiers pour les machines : JSON-LD et Akoma Ntoso. Un texte sans numéro ou sans date connue n’a pas d’adresse ELI : nous n’inventons rien.',
	'law.data.texts.show': 'Voir les textes',
	'law.data.lack.not-moroccan': 'sans ELI : texte entre États',
	'law.data.lack.not-yet-law': 'sans ELI : pas encore une loi',
	'law.data.lack.no-number': 'sans ELI : numéro non trouvé',
	'law.data.lack.no-year': 'sans ELI : date de promulgation non trouvée',
	'law.data.licence': 'Licence',
	'law.data.licence.text':
		'Vous pouvez copier, modifier et publier, même pour vendre, à condition de nommer la source : Thiqa.',
	'law.data.cite': 'Comment citer',
	'law.data.cite.bibtex': 'Pour les logiciels : BibTeX',
	'law.data.cite.no-doi': 'Il n’y a pas encore de DOI : n’en écrivez aucun.',
	'law.data.changes': 'Ce qui a changé',
	'law.eli.page': 'La page de ce texte',
}
