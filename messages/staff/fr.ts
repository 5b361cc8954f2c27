import type { Translated } from '../counted.ts'
import type { staff as arabic } from './ar.ts'

/** Words of the staff room, in French. */
export const staff: Translated<typeof arabic, 'fr'> = {
	'skills.readers.teachers': 'Pour le personnel de l’école',
	'play.ask.staff': 'Que faites-vous ?',
	'staff.title': 'Salle des professeurs et cellules d’écoute',
	'staff.intro':
		'Une formation courte pour qui travaille à l’école, des documents prêts pour l’établissement, et qui protège les enfants près de chaque école.',
	'staff.door': 'Salle des professeurs : formation, documents, contacts',
	'staff.told': 'Un élève vous a confié quelque chose ? La carte d’abord, maintenant.',
	'staff.path': 'Des modules courts, vingt minutes chacun',
	'staff.path.text': 'Dans l’ordre ou selon le besoin. Ni compte, ni nom, rien n’est enregistré.',
	'staff.module': 'Module {n} sur {of}',
	'staff.part.reading': 'À lire (6 minutes)',
	'staff.part.story': 'Une histoire pour s’entraîner (6 minutes)',
	'staff.part.story.text': 'Une situation vue par le personnel. Chaque choix peut se réparer.',
	'staff.part.check': 'Est-ce clair ? (5 minutes)',
	'staff.part.check.text': 'L’explication vient sous chaque choix. Rien n’est envoyé.',
	'staff.part.carry': 'Dans votre établissement (3 minutes)',
	'staff.law': 'Les textes de loi',
	'staff.more': 'Pages pour les enseignants sur ce sujet',
	'staff.next': 'Module suivant',
	'staff.end': 'Dernières questions et attestation',
	'staff.end.text':
		'Une question par module. Qui répond bien à presque toutes reçoit une attestation sans nom, à compléter à la main.',
	'staff.before': 'Questions avant la formation',
	'staff.kit': 'Documents de l’établissement',
	'staff.kit.text':
		'Une charte à compléter, une soirée avec les parents, le panneau d’affichage, le plan de l’année.',
	'staff.kit.policy': 'Charte de l’établissement, à compléter',
	'staff.kit.evening': 'Une soirée avec les parents',
	'staff.kit.slide': 'Diapositive {n}',
	'staff.kit.talk': 'À dire',
	'staff.kit.board': 'Panneau d’affichage',
	'staff.kit.year': 'Plan de l’année',
	'staff.kit.year.unknown':
		'Nous ne connaissons pas les dates de l’année scolaire en cours (rentrée et vacances). Prenez-les dans l’arrêté du ministère et écrivez-les ici : …………',
	'staff.kit.year.last': 'Dernière année dont nous connaissons des dates : {year}',
	'staff.kit.year.start': 'Rentrée',
	'staff.kit.year.break': 'Vacances',
	'staff.kit.year.partly': 'Les vacances suivantes ne nous sont pas connues.',
	'staff.kit.year.likely': 'probable, à vérifier',
	'staff.kit.year.computed': 'date calculée par une règle, à vérifier',
	'staff.kit.year.days': 'Des jours pour agir',
	'staff.kit.print': 'Pour imprimer : la commande Imprimer du navigateur.',
	'staff.near': 'Protection de l’enfance, par province',
	'staff.near.text':
		'Qui protège les enfants près de l’établissement, avec la source. Là où nous ne savons pas, nous le disons.',
	'staff.near.network':
		'En octobre 2024, on annonçait dans le pays 83 centres d’accompagnement pour la protection de l’enfance et 81 comités provinciaux. Nous n’avons trouvé aucune liste de leurs adresses.',
	'staff.near.ask':
		'L’adresse du centre se demande à la délégation de l’Entraide nationale, à la préfecture ou à la province.',
	'staff.near.none': 'Adresse du centre de protection de l’enfance : inconnue de nous.',
	'staff.near.unit': 'Unité connue',
	'staff.near.no-phone': 'Aucun numéro vérifié.',
	'staff.near.seen': 'Vu : {when}',
	'staff.near.source': 'Source',
	'staff.near.everywhere': 'Dans toutes les provinces',
}
