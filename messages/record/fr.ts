import type { record as keys } from './ar.ts'

/** Words of the page of the public record, in French. */
export const record: Readonly<Record<keyof typeof keys, string>> = {
	'record.title': 'Le registre public',
	'record.intro':
		'Chaque message qui arrive et la plupart des décisions de l’équipe laissent ici une ligne. Qui a gardé un état signé plus tôt voit si une ligne a été changée ou retirée.',
	'record.says-nothing':
		'Une ligne est un long nombre sans signification : ni nom, ni mot, ni heure. On n’y reconnaît personne.',
	'record.demonstration': 'Ceci est une démonstration : personne ne lit les messages envoyés ici.',
	'record.doors': 'Pour une vraie aide maintenant : les portes ouvertes',
	'record.now': 'Le registre maintenant',
	'record.entries': 'Lignes : {n}',
	'record.empty': 'Le registre s’ouvre dans quelques secondes. Recharge la page.',
	'record.states': 'Derniers états signés',
	'record.state': 'Lignes',
	'record.hour': 'Depuis',
	'record.witnesses': 'Témoins',
	'record.no-witness': 'pas encore de témoin extérieur',
	'record.quorum': 'Un état paraît ici quand {n} témoins sur {m} l’ont signé.',
	'record.no-witness.text':
		'Aucun organisme extérieur n’est encore nommé témoin de ce registre. Sans témoin, il faut garder soi-même un état signé pour comparer.',
	'record.shows': 'Ce qu’il prouve',
	'record.shows-1':
		'Que les lignes prolongent un état gardé plus tôt, par toi ou par un témoin : chacune est encore là, à sa place.',
	'record.shows-2':
		'Avec un reçu, on obtient la preuve qu’un message est arrivé à telle heure et qu’il a sa ligne ici. Elle ne montre ni ce qu’il dit, ni qui l’a écrit.',
	'record.shows-3':
		'Si l’on te montre un registre et un autre à quelqu’un d’autre, les témoins voient la différence.',
	'record.shows-not': 'Ce qu’il ne prouve pas',
	'record.shows-not-1': 'Il ne dit pas si ce qui est écrit dans un message est vrai.',
	'record.shows-not-2':
		'Un vrai registre grandit à chaque heure pleine, avec des lignes vides de sens parmi les autres : il ne dit ni quand on a écrit, ni si on a écrit. En démonstration, il grandit tout de suite.',
	'record.shows-not-3':
		'De l’extérieur, on ne voit pas si ce qu’il y avait derrière une ligne a été effacé à son terme ou retiré : seule la vérification sur notre serveur le montre. On n’y voit pas non plus à qui est la clé, quand une ligne parle d’une clé de l’équipe : elle n’en garde qu’une empreinte.',
	'record.shows-not-4':
		'Sans témoin et sans état gardé ailleurs, qui tient notre serveur pourrait tout réécrire.',
	'record.check': 'Vérifier soi-même',
	'record.check.text':
		'Il suffit d’une machine avec ce logiciel. Elle ne nous croit pas sur parole : elle recalcule tout.',
	'record.check.keep': 'Garder l’état d’aujourd’hui :',
	'record.check.all': 'Recalculer tout le registre. La réponse nomme la première ligne changée :',
	'record.check.later': 'Plus tard, comparer avec l’état gardé :',
	'record.check.proof': 'Vérifier la preuve de quelqu’un qui a signalé, sans rien demander à personne :',
	'record.key': 'La clé du registre',
	'record.key.text': 'Note-la aussi ailleurs : qui tient ce serveur peut changer cette page.',
	'record.join': 'Devenir témoin',
	'record.join.text':
		'Une autorité ou une association qui veut témoigner fait tourner sur sa propre machine un petit programme, fourni avec ce logiciel. Il signe chaque nouvel état qui prolonge le précédent. L’opérateur inscrit d’abord sa clé et son adresse.',
	'record.erasures': 'Clés détruites',
	'record.erasures.text':
		'Plus personne n’ouvre les messages de ces périodes. Chaque certificat a sa ligne au registre.',
}
