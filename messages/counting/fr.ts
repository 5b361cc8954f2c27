import type { Translated } from '../counted.ts'
import type { counting as keys } from './ar.ts'

/** Words about counting without watching, in French. */
export const counting: Translated<typeof keys, 'fr'> = {
	'counting.title': 'Que comptons-nous ici ?',
	'counting.intro':
		'Nous comptons combien de fois la porte s’ouvre, jamais qui l’ouvre. Pas de nom, pas de cookie, pas d’adresse du téléphone.',
	'counting.plain': 'En bref',
	'counting.plain-1': 'Arriver sur le site depuis l’extérieur ajoute un à un nombre. C’est tout.',
	'counting.plain-2':
		'Avant de commencer, chaque nombre reçoit un peu de hasard, en plus ou en moins, et personne ne sait combien. Ainsi personne, pas même nous, ne peut dire si une famille ou une classe est venue.',
	'counting.plain-3':
		'Les nombres paraissent une seule fois, un mois après la fin de la période, sur cette page ou sur celle du programme. Un petit nombre ne paraît pas.',
	'counting.plain-4':
		'Nous ne comptons jamais : les réponses d’aide, les recherches, les signalements, la boîte aux lettres, ni le passage d’une page du site à une autre.',
	'counting.yours': 'Ce que l’ouverture de cette page a ajouté',
	'counting.yours.one': 'Un au nombre des pages du programme, un au nombre de cette langue. Rien d’autre.',
	'counting.yours.none':
		'Rien : le chemin venait d’une autre page du site, ou ce navigateur ne dit pas d’où vient le pas.',
	'counting.yours.live':
		'Il n’y a pas de compteur en direct : le regarder deux fois suffirait pour savoir que quelqu’un est venu.',
	'counting.what': 'Ce qui est compté, exactement',
	'counting.head.what': 'Nombre',
	'counting.head.each': 'Chaque',
	'counting.head.noise': 'Bruit (t)',
	'counting.head.epsilon': 'Epsilon',
	'counting.family.page': 'Arrivées par sorte de page : accueil, sujets, apprendre, outils, loi, programme',
	'counting.family.language': 'Arrivées par langue',
	'counting.family.place': 'Arrivées par le code d’une affiche, selon la province de l’affiche',
	'counting.family.campaign': 'Arrivées par un code, selon la campagne et son canal',
	'counting.family.helped': 'Réponses à « Cette page a-t-elle aidé ? »',
	'counting.family.protected': 'Protections vérifiées, après un coup de dés sur le téléphone',
	'counting.family.pressed': 'Pressions de la semaine sur le bouton des protections, pour voir la fraude',
	'counting.each.month': 'mois',
	'counting.each.quarter': 'trimestre',
	'counting.sum':
		'Une arrivée par code dépense un epsilon de {one} pour tous les nombres ensemble ; cinq d’un même foyer en un trimestre, {five} au plus ; dix, {ten}.',
	'counting.exact': 'Pour qui veut l’exactitude',
	'counting.exact-arrival':
		'Une arrivée est une requête GET avec Sec-Fetch-Mode=navigate, Sec-Fetch-Dest=document, Sec-Fetch-Site=none ou cross-site, sans prefetch, à laquelle le serveur répond 200. Ni adresse réseau, ni Referer, ni sorte de navigateur ne sont lus. Un navigateur qui n’envoie pas ces champs n’est pas compté.',
	'counting.exact-noise':
		'Chaque case naît avec un bruit entier de la loi de Laplace discrète, tiré en nombres entiers du générateur du système (Canonne, Kamath, Steinke, 2020). Ensuite, elle ne reçoit que des plus un. Le nombre publié est le nombre gardé : rien n’est tiré deux fois. Sur le disque, c’est un bloc scellé, dont la clé n’est ni dans la base ni dans aucune sauvegarde.',
	'counting.exact-limit':
		'Les arrivées par code ont une limite : cinq par province, puis une toutes les 120 secondes. Le reste va dans la case « au-delà de la limite ». Quarante élèves en dix minutes pèsent neuf.',
	'counting.exact-shown':
		'Chaque nombre a son intervalle à 95 % : ± 60 pour une province, ± 300 ailleurs. Rien ne paraît sous 120 ou 600. La somme des provinces et le total du pays ont des bruits différents : ils n’ont pas à coïncider.',
	'counting.exact-device':
		'Pour les protections, le téléphone en choisit une sur trois et dit le vrai trois fois sur quatre, le contraire une fois (epsilon 1,10). Le nombre vaut « parmi ceux qui ont pressé », jamais « parmi les familles ».',
	'counting.exact-not':
		'Ce que cela ne protège pas : entre deux enregistrements (4 à 8 heures), les ajouts sont dans la mémoire du serveur. Qui dirige le serveur avec de mauvaises intentions peut noter des adresses ou servir un autre programme. Qui vient très souvent est moins protégé.',
	'counting.ledger': 'Le registre',
	'counting.ledger.text':
		'Chaque nombre, le jour de sa naissance, celui de sa publication, et ce qui est dépensé. Chaque ligne entre aussi au registre public.',
	'counting.ledger.none': 'Le compte n’a pas encore commencé.',
	'counting.head.period': 'Période',
	'counting.head.born': 'Né le',
	'counting.head.state': 'État',
	'counting.outcome.counting': 'en cours',
	'counting.outcome.released': 'publié',
	'counting.outcome.key-lost': 'non compté : clé perdue',
	'counting.days': 'Jours comptés : {n} sur {of}',
	'counting.act.born': 'Compte d’une période commencé',
	'counting.act.released': 'Nombres d’une période publiés',
	'counting.helped': 'Cette page a-t-elle aidé ?',
	'counting.helped.yes': 'Oui',
	'counting.helped.some': 'Un peu',
	'counting.helped.no': 'Non',
	'counting.helped.how': 'Seule la réponse est comptée, sans savoir de qui.',
	'counting.helped.thanks': 'Merci. La réponse est ajoutée au nombre.',
	'counting.protected': 'Un de plus dans le nombre ?',
	'counting.protected.text':
		'Si vous voulez : le téléphone jette les dés et envoie une seule réponse, vraie ou inversée. Personne ne sait laquelle ; avec beaucoup de réponses, on sait combien de foyers sont protégés.',
	'counting.protected.no-script':
		'Cela demande JavaScript : les dés sont jetés sur le téléphone, pas chez nous.',
	'counting.protected.region': 'Région (au choix)',
	'counting.protected.nowhere': 'Sans région',
	'counting.protected.send': 'Ajouter une réponse',
	'counting.protected.sending': 'Le téléphone travaille un instant…',
	'counting.protected.sent': 'Ajouté. Rien n’est gardé sur ce téléphone.',
	'counting.protected.failed': 'Ce n’est pas arrivé. On peut en rester là, ce n’est pas grave.',
	'counting.numbers': 'Ce que le compte a donné',
	'counting.numbers.text':
		'Chaque nombre tel qu’il est sorti, avec son intervalle. De ce qui est trop petit, seul le nombre de lignes est dit, même pour zéro. Les périodes d’avant : par le registre, plus bas.',
	'counting.numbers.none':
		'Aucune période n’est encore publiée. Le premier nombre paraît un mois après la fin de la sienne.',
	'counting.few': 'Nombres trop petits pour paraître : {n}',
	'counting.slot': 'Code de campagne, case {n}',
	'counting.helped.of': 'ont répondu oui',
	'counting.page.front': 'Accueil',
	'counting.page.topics': 'Sujets',
	'counting.page.skills': 'Apprendre',
	'counting.page.tools': 'Outils',
	'counting.page.law': 'Loi',
	'counting.page.programme': 'Programme',
	'counting.code.no-place': 'Code sans province',
	'counting.code.over-limit': 'Au-delà de la limite',
	'counting.protection.search': 'Recherche sûre',
	'counting.protection.bypass': 'Contournements fermés',
}
