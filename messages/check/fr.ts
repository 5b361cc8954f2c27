import type { check as keys } from './ar.ts'

/** Words of "Is it really on?", in French. */
export const check: Record<keyof typeof keys, string> = {
	'check.title': 'Est-ce vraiment actif ?',
	'check.intro':
		'Vous avez installé une protection ? Dites laquelle. Ce que cette page peut voir, elle le vérifie. Pour le reste, elle dit comment regarder à la main.',
	'check.with': 'Qu’avez-vous mis en place ?',
	'check.with.choose': 'Choisir…',
	'check.with.other': 'Autre chose, ou je ne sais pas',
	'check.with.go': 'Continuer',
	'check.see': 'Ce qui montre que c’est actif, à regarder soi-même :',
	'check.to-files': 'La page de ce réglage',
	'check.blind-to.names':
		'Avec ce réglage, l’appareil interroge un service qui ne connaît pas nos noms d’essai : cette page ne peut dire ni oui ni non. Regardez à la main.',
	'check.blind-to.domain':
		'Ce site n’a pas de noms d’essai : cette page ne peut dire ni oui ni non. Regardez à la main.',
	'check.unseen':
		'Avec ce fichier, nos noms d’essai ne disent rien de la recherche. Regardez à la main, plus bas.',
	'check.elsewhere':
		'Notre nom d’essai s’est ouvert, mais un filtre venu d’ailleurs ne le connaît pas : cela ne dit rien de lui. Vérifiez-le à la main.',
	'check.start': 'Vérifier maintenant',
	'check.again': 'Vérifier encore',
	'check.working': 'Vérification en cours, une dizaine de secondes…',
	'check.failed': 'La vérification s’est arrêtée en route. Réessayez.',
	'check.asks':
		'Quand vous appuyez, votre navigateur demande quelques noms d’essai à nous, sous {domain}. Rien de méchant derrière. La réponse reste sur votre appareil, nous ne gardons rien.',
	'check.no-script':
		'La vérification automatique a besoin de JavaScript. Sans lui, vérifiez à la main : les étapes sont plus bas.',
	'check.no-domain':
		'Vous avez installé une protection ? Voici comment voir à la main si elle marche, en cinq minutes. Ce site n’a pas de vérification automatique.',
	'check.filter': 'Les sites fermés sont-ils refusés ?',
	'check.search': 'La recherche est-elle sûre ?',
	'check.doh': 'Les contournements connus sont-ils fermés ?',
	'check.on': 'Oui',
	'check.on-perhaps': 'Sans doute',
	'check.off': 'Non',
	'check.off-perhaps': 'Pas toujours',
	'check.unknown': 'Impossible à dire',
	'check.filter.refused':
		'Notre nom d’essai a été refusé deux fois, et les autres noms répondent. Le filtre marche dans ce navigateur.',
	'check.filter.unclear':
		'Notre nom d’essai ne s’est pas ouvert, mais la réponse n’était pas nette. Recommencez dans une minute.',
	'check.filter.sometimes':
		'Notre nom d’essai a été refusé une fois et s’est ouvert une fois. Il y a peut-être un deuxième DNS sans filtre : regardez les deux adresses.',
	'check.filter.reached':
		'Notre nom d’essai s’est ouvert : le fichier n’agit pas dans ce navigateur, ou il a été fait avant cette vérification. Refaites-le, mettez-le en place, recommencez.',
	'check.search.safe': 'Notre recherche d’essai est partie deux fois vers son adresse sûre.',
	'check.search.unclear':
		'Notre recherche d’essai est partie vers son adresse sûre une fois, l’autre réponse s’est perdue. Recommencez dans une minute.',
	'check.search.sometimes':
		'Notre recherche d’essai est partie une fois vers son adresse sûre et une fois vers l’autre. Il y a peut-être un deuxième DNS sans filtre.',
	'check.search.plain':
		'Notre recherche d’essai n’est pas partie vers son adresse sûre : les résultats arrivent peut-être sans tri.',
	'check.search.unreachable':
		'Notre recherche d’essai ne s’ouvre pas du tout. Si les moteurs de recherche ne s’ouvrent pas non plus, lancez le fichier « Pour rafraîchir » livré avec le fichier.',
	'check.doh.refused':
		'Un nom qui imite un DNS caché a été refusé. Un VPN, ou une appli qui connaît l’adresse par cœur, passe quand même.',
	'check.doh.unclear':
		'Le nom ne s’est pas ouvert, mais nous ne savons pas si c’est grâce à votre fichier. Recommencez dans une minute.',
	'check.doh.sometimes':
		'Le nom a été refusé une fois et s’est ouvert une fois. Il y a peut-être un deuxième DNS sans filtre.',
	'check.doh.reached':
		'Un nom qui imite un DNS caché s’est ouvert : un navigateur ou une appli peut contourner le filtre. Fermez ce passage en faisant le fichier.',
	'check.offline': 'Pas d’internet en ce moment. Connectez-vous, puis recommencez.',
	'check.canary':
		'Nos noms d’essai ne répondent pas d’ici. Cela ne dit rien de votre filtre : vérifiez à la main, ou revenez plus tard.',
	'check.portal':
		'Une autre page a répondu à notre place : peut-être celle où l’on se connecte au Wi-Fi. Connectez-vous d’abord, puis recommencez.',
	'check.helper': 'La vérification de ce site est mal réglée. Ne vous y fiez pas : vérifiez à la main.',
	'check.changed':
		'Vous venez de changer un réglage ? Le navigateur retient les noms un moment : fermez-le, attendez deux minutes, recommencez.',
	'check.blind': 'Ce que cette page ne voit pas',
	'check.blind.apps': 'L’intérieur des applis : messages, vidéos et jeux ne passent pas par ici.',
	'check.blind.mobile':
		'L’internet du téléphone : le filtre de la maison s’arrête à la porte. Coupez le Wi-Fi et recommencez.',
	'check.blind.devices': 'Les autres appareils et navigateurs : vérifiez sur chacun.',
	'check.blind.others': 'Un filtre venu d’ailleurs : nous ne connaissons que les fichiers faits sur ce site.',
	'check.blind.later':
		'Demain : cette réponse vaut pour maintenant. Choisissez un jour du mois pour revérifier ensemble.',
	'check.hand': 'Vérifier à la main',
	'check.hand.intro':
		'Sur l’appareil de l’enfant, avec lui : « On regarde ensemble si ça marche ? » Cinq minutes.',
	'check.hand.search': 'Le moteur de recherche',
	'check.hand.search.1':
		'Dans ses paramètres, cherchez « SafeSearch » ou « recherche sécurisée ». Elle doit être active.',
	'check.hand.search.2': 'Désactivez-la et rechargez la page : elle doit rester active.',
	'check.hand.youtube': 'YouTube',
	'check.hand.youtube.1': 'Ouvrez une vidéo connue : avec le mode restreint, les commentaires sont masqués.',
	'check.hand.youtube.2': 'Dans les paramètres de YouTube, cherchez « Mode restreint » : il doit être actif.',
	'check.hand.android': 'Téléphone Android',
	'check.hand.android.1':
		'Dans les paramètres, cherchez « DNS privé ». Le nom que vous avez tapé doit y être.',
	'check.hand.android.2': 'Coupez le Wi-Fi et ouvrez une page : ce réglage marche aussi hors de la maison.',
	'check.hand.iphone': 'iPhone et iPad',
	'check.hand.iphone.1':
		'Dans les réglages, cherchez « VPN », puis « DNS » : le profil installé doit être celui qui est choisi.',
	'check.hand.iphone.2': 'Regardez si « Relais privé » ou un VPN est actif : les deux contournent le filtre.',
	'check.hand.computer': 'Ordinateur',
	'check.hand.computer.1': 'Ouvrez un terminal et tapez : nslookup www.google.com',
	'check.hand.computer.2':
		'Si votre réseau impose la recherche sûre, l’adresse est 216.239.38.120 (vue en septembre 2026).',
	'check.hand.own': 'Un nom choisi par vous',
	'check.hand.own.1': 'Ajoutez un site ordinaire à la liste des sites fermés, et attendez deux minutes.',
	'check.hand.own.2': 'Ouvrez-le sur chaque appareil : il ne doit pas s’ouvrir. Puis retirez-le de la liste.',
}
