import type { Translated } from '../../counted.ts'
import type { cooperation as keys } from './ar.ts'

/** Words of the public page on work with other countries, in French. */
export const cooperation: Translated<typeof keys, 'fr'> = {
	'cooperation.title': 'Comment nous travaillons avec d’autres pays',
	'cooperation.short': 'Coopération',
	'cooperation.intro':
		'Une page qui blesse un enfant est parfois hébergée dans un autre pays. Voici comment un renvoi arrive chez qui peut la retirer.',
	'cooperation.steps': 'En quatre étapes',
	'cooperation.step-1':
		'Un message arrive à la ligne de signalement. Une personne qui en est chargée le lit.',
	'cooperation.step-2':
		'Cette personne cherche dans quel pays se trouve la page, puis écrit un court renvoi : l’adresse, pourquoi c’est interdit, rien de plus.',
	'cooperation.step-3': 'Une deuxième personne lit exactement ce texte, puis l’accepte ou le refuse.',
	'cooperation.step-4':
		'Le renvoi part signé vers un partenaire lié par un accord. Certains envoient aussitôt un reçu ; nous attendons ensuite ce qui s’est passé.',
	'cooperation.never': 'Ce qui ne sort jamais',
	'cooperation.never-name': 'Le nom de qui nous a écrit, et comment le joindre',
	'cooperation.never-words': 'Ses mots',
	'cooperation.never-files': 'Une image, une vidéo, un fichier quel qu’il soit',
	'cooperation.never.how':
		'Le programme ne prend aucun fichier. Il arrête un texte où six de ses mots se suivent, ou qui donne le numéro, l’adresse ou le nom de compte laissés avec le signalement. Un nom, une traduction : seule une personne les voit, une deuxième pour un renvoi, celle qui écrit pour le reste.',
	'cooperation.official': 'Les demandes officielles',
	'cooperation.official.text':
		'Une ligne de signalement n’est pas une autorité. Seules les autorités déclarées demandent à un autre pays de conserver des données. Le programme prépare la demande et suit ses délais.',
	'cooperation.official.budapest':
		'Le Maroc est lié par la Convention de Budapest depuis le {day}. Il a déclaré deux points de contact permanents (article 35), à la DGSN et à la présidence du Ministère public.',
	'cooperation.official.court':
		'L’entraide judiciaire passe par le ministère de la Justice (articles 24 et 27).',
	'cooperation.official.source': 'Le texte de la Convention et ses sources',
	'cooperation.official.not-reviewed': 'Aucune ou aucun juriste n’a encore relu cette page.',
	'cooperation.today': 'Ce qui est vrai aujourd’hui',
	'cooperation.today.demonstration':
		'Ceci est une démonstration : rien ne part d’ici vers l’étranger, et aucun accord n’existe.',
	'cooperation.today.invented': 'Les noms ci-dessous sont inventés.',
	'cooperation.today.none':
		'Aucun accord n’existe encore : la liste est vide. Un accord signé paraîtra ici, avec son nom et son pays.',
	'cooperation.today.elsewhere': 'Ce serveur ne montre que des pages : il ne connaît pas la liste.',
	'cooperation.partners': 'Nos partenaires',
	'cooperation.record': 'Chaque envoi et chaque changement de clé est une ligne du registre public.',
	'cooperation.help': 'Si un enfant est en danger maintenant, les portes proches sont plus rapides.',
	'cooperation.figures': 'Le travail avec d’autres pays en chiffres',
	'cooperation.figures.out': 'Renvois vers des partenaires',
	'cooperation.figures.in': 'Renvois venant de partenaires',
	'cooperation.figures.preservation': 'Demandes de conserver des données',
	'cooperation.figures.indicators': 'Adresses et empreintes à bloquer',
	'cooperation.figures.country': 'Pays',
	'cooperation.figures.number': 'Nombre',
	'cooperation.figures.result': 'Ce qui s’est passé',
	'cooperation.figures.others': 'Autres pays',
	'cooperation.figures.answered': 'La moitié des réponses en moins de',
	'cooperation.figures.days': { by: 'n', one: '{n} jour', other: '{n} jours' },
	'cooperation.figures.few': 'Trop peu pour montrer un nombre.',
	'cooperation.figures.outcome.gone': 'Retiré',
	'cooperation.figures.outcome.declined': 'Refusé, ou laissé en ligne',
	'cooperation.figures.outcome.silent': 'Sans réponse à temps',
	'cooperation.figures.outcome.open': 'Encore ouvert',
	'cooperation.figures.outcome.ended': 'Clos sans réponse',
	'cooperation.figures.kept.kept': 'Données conservées',
	'cooperation.figures.kept.lapsed': 'Délai écoulé',
	'cooperation.figures.kept.refused': 'Refusée',
	'cooperation.figures.kept.open': 'Pas encore de réponse',
	'cooperation.figures.kept.withdrawn': 'Reprise',
	'cooperation.figures.block.published': 'Encore en vigueur',
	'cooperation.figures.block.withdrawn': 'Retiré de la liste',
	'cooperation.figures.block.expired': 'Arrivé à son terme',
}
