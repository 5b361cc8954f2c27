import type { Translated } from '../counted.ts'
import type { protect as keys } from './ar.ts'

/** Words of protection in French. */
export const protect: Translated<typeof keys, 'fr'> = {
	'protect.title': 'Se protéger',
	'protect.intro':
		'Des réglages et des outils gratuits, un par un, jusqu’à voir qu’ils marchent. D’abord parler, puis la règle, puis l’outil.',
	'protect.plan': 'Le plan de la famille',
	'protect.plan.text':
		'Cinq minutes : qui est à la maison, quels appareils. Vous repartez avec un petit plan qui commence ce soir.',
	'protect.is-it-on': 'Est-ce vraiment actif ?',
	'protect.is-it-on.text': 'Voir, réglage par réglage, si la protection marche.',
	'protect.guides': 'Appareils et applis',
	'protect.checks': 'Vérifier par soi-même',
	'protect.password': 'Mon mot de passe est-il solide ?',
	'protect.link': 'Où mène ce lien ?',
	'protect.files.title': 'Fichiers prêts pour appareils et réseaux',
	'protect.files.intro':
		'Chaque fichier impose la recherche sûre, ferme les contournements et vient avec de quoi l’enlever. « Essayé » veut dire : passé dans le vrai programme.',
	'protect.tried': 'Essayé',
	'protect.who.family': 'Pour la famille',
	'protect.who.operator': 'Pour qui gère un réseau',
	'protect.who.school': 'Pour l’école',
	'protect.protects': 'De quoi cela protège',
	'protect.cannot': 'Ce que cela ne peut pas faire',
	'protect.time': 'Le temps',
	'protect.minutes': {
		by: 'n',
		one: '{n} minute',
		other: '{n} minutes',
	},
	'protect.talk': 'À dire avant de commencer',
	'protect.see': 'Comment voir que c’est actif',
	'protect.guide.search': 'À chercher dans les réglages',
	'protect.guide.stale': 'Personne n’a vérifié ce guide depuis 180 jours. Les menus ont pu changer.',
	'protect.guide.knowledge':
		'Écrit à partir de connaissances générales, pas encore essayé sur un appareil au Maroc.',
	'protect.guide.untried': 'Pas encore essayé sur un appareil au Maroc.',
	'protect.guide.tried': 'Essayé sur un appareil : {who}, {day}.',
	'protect.guide.version': 'Écrit pour : {version}',
	'protect.choose': 'Choisir',
	'protect.level': 'Pour qui ?',
	'protect.more-choices': 'Autres choix',
	'protect.resolver': 'Qui répond pour les noms de sites',
	'protect.resolver.unused':
		'Ces fichiers ne changent pas qui répond pour les noms de sites : le service DNS de l’appareil ou du réseau reste.',
	'protect.bypasses': 'Les contournements à fermer',
	'protect.blocked': 'Sites à fermer aussi',
	'protect.allowed': 'Sites à laisser ouverts',
	'protect.names.hint':
		'Un nom par ligne, comme game.example, 500 au plus. Une liste collée convient aussi. Ils restent dans l’adresse, rien n’est gardé.',
	'protect.names.wrong': 'Ceci n’est pas un nom de site. Écrivez-le comme game.example :',
	'protect.wrong':
		'Ces choix ne donnent pas de fichier. Corrigez ce qui est marqué. Les fichiers ci-dessous sont les fichiers habituels.',
	'protect.names.too-many': 'La liste est trop longue : {n} noms tiennent. Le premier qui ne tient pas :',
	'protect.names.conflict': 'Un nom est à la fois fermé et ouvert, ou ferme le service DNS lui-même.',
	'protect.wrong-file': 'Ces choix ne donnent pas de fichier. Revenez à la page et corrigez les noms.',
	'protect.proof.usual': 'Essayé avec les choix habituels ; les vôtres ne l’ont pas été. Programme :',
	'protect.safe-search.yes': 'Fait la recherche sûre',
	'protect.safe-search.no': 'Ne fait pas la recherche sûre',
	'protect.safe-search.unverified': 'Recherche sûre : pas vérifiée',
	'protect.make': 'Faire les fichiers',
	'protect.files': 'Les fichiers',
	'protect.no-file': 'Ce programme ne peut pas interroger ce service. Choisissez-en un autre.',
	'protect.file.use': 'Pour mettre en place',
	'protect.file.refresh': 'Pour rafraîchir',
	'protect.file.undo': 'Pour tout enlever',
	'protect.save': 'Enregistrer',
	'protect.show-text': 'Voir le texte',
	'protect.put': 'Mettre en place',
	'protect.undo': 'Enlever',
	'protect.private-dns':
		'Tapez ce nom dans « DNS privé », ou scannez le carré avec un autre téléphone pour le copier.',
	'protect.proof.ran': 'Essayé, et fonctionne dans',
	'protect.proof.grammar': 'Pas essayé dans le vrai programme. Seule sa forme a été vérifiée, le',
}
