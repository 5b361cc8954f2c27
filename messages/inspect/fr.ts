import type { inspect as keys } from './ar.ts'

/** Words of the password check and the link inspector, in French. */
export const inspect: Record<keyof typeof keys, string> = {
	'inspect.password.title': 'Ce mot de passe tient-il ?',
	'inspect.password.intro':
		'Essaie-le ici avant que quelqu’un d’autre ne l’essaie. On dit combien il tient, pourquoi, et quoi faire.',
	'inspect.password.private': 'Il reste dans cette page. Rien n’est envoyé, rien n’est gardé.',
	'inspect.password.label': 'Mot de passe',
	'inspect.password.hint': 'Pas besoin du vrai : essaies-en un fabriqué de la même façon.',
	'inspect.password.weight':
		'À la première lettre, la page charge une fois ses listes de mots : environ un demi-mégaoctet.',
	'inspect.password.show': 'Montrer',
	'inspect.password.hide': 'Cacher',
	'inspect.password.loading': 'On va chercher les listes de mots…',
	'inspect.password.failed':
		'Les listes de mots ne sont pas arrivées. Juge à la main, comme plus bas, ou réessaie quand Internet revient.',
	'inspect.password.slow':
		'C’était trop long, on a arrêté. Un mot de passe comme celui-là se juge à la main, comme plus bas.',
	'inspect.password.estimate':
		'C’est une estimation, pas une promesse. On ne peut pas savoir s’il a été vu, volé ou utilisé ailleurs.',
	'inspect.password.why': 'Pourquoi',
	'inspect.password.todo': 'Quoi faire',
	'inspect.password.standing.at-once': 'Il tombe tout de suite',
	'inspect.password.standing.soon': 'Il tombe vite',
	'inspect.password.standing.a-while': 'Il tient un moment',
	'inspect.password.standing.long': 'Il tient longtemps',
	'inspect.password.standing.very-long': 'Il tient très longtemps',
	'inspect.password.stands.at-once': 'Celui qui essaie le trouve presque du premier coup.',
	'inspect.password.stands.soon':
		'Il tient quelques heures ou quelques jours face à une machine patiente, pas plus.',
	'inspect.password.stands.a-while': 'Il tient des semaines ou des mois, puis il cède.',
	'inspect.password.stands.long': 'Il tient des années, autant qu’on puisse en juger.',
	'inspect.password.stands.very-long': 'On ne voit pas comment le deviner en une vie.',
	'inspect.password.reason.common': 'Il fait partie de ceux que tout le monde essaie d’abord.',
	'inspect.password.reason.name':
		'Il contient un prénom ou un nom. On les essaie tôt, surtout quand on te connaît.',
	'inspect.password.reason.place': 'Une équipe, un joueur ou une ville : beaucoup ont eu la même idée.',
	'inspect.password.reason.word':
		'Il s’appuie sur un mot connu. La darija et les lettres de téléphone (3, 7, 9) le sont aussi.',
	'inspect.password.reason.phone': 'Il contient un numéro de téléphone. Qui te connaît le connaît.',
	'inspect.password.reason.date': 'Il contient une date. Un anniversaire n’est pas un secret.',
	'inspect.password.reason.year': 'Il contient une année. Les essayer toutes ne prend pas de temps.',
	'inspect.password.reason.keyboard': 'Les doigts suivent une rangée du clavier, comme « azerty ».',
	'inspect.password.reason.repeat': 'La même chose y revient.',
	'inspect.password.reason.sequence': 'Il contient une suite connue, comme 1234 ou abcd.',
	'inspect.password.reason.swapped-letters':
		'Un signe à la place d’une lettre, comme @ pour a : ceux qui devinent connaissent le truc.',
	'inspect.password.reason.backwards': 'Un mot à l’envers. Une machine lit dans les deux sens.',
	'inspect.password.reason.only-digits':
		'Que des chiffres. Six suffisent pour verrouiller un téléphone, pas pour un compte.',
	'inspect.password.reason.short': 'Il est court. C’est la longueur qui aide le plus.',
	'inspect.password.step.four-words':
		'Quatre ou cinq mots sans rapport, qu’on voit comme un petit film et que personne n’attend.',
	'inspect.password.step.not-about-you':
		'Laisse de côté noms, dates, équipe, numéro : tes proches y pensent en premier.',
	'inspect.password.step.manager':
		'Le gestionnaire du téléphone le retient, ou un carnet qui reste à la maison.',
	'inspect.password.step.two-step': 'Active la vérification en deux étapes : elle arrête celui qui a deviné.',
	'inspect.password.step.unique': 'Un seul compte par mot de passe. L’e-mail a le sien.',
	'inspect.password.step.tell-nobody':
		'Personne n’en a besoin : ni un ami, ni un amoureux, ni le « support ».',
	'inspect.password.by-hand': 'Juger à la main',
	'inspect.password.by-hand-1': 'Compte. Moins de 10 signes tombent vite ; quatre mots tiennent.',
	'inspect.password.by-hand-2':
		'Quelqu’un qui te connaît y penserait-il ? Nom, date, équipe, numéro : on change.',
	'inspect.password.by-hand-3':
		'Est-il dans une chanson, un proverbe, une rangée du clavier ? D’autres l’y trouvent aussi.',
	'inspect.password.by-hand-4': 'Sert-il ailleurs ? Alors il tombe avec le site le plus faible.',
	'inspect.password.by-hand-5': 'Quelqu’un l’a vu ou reçu ? On le change aujourd’hui, sans reproche.',
	'inspect.password.more': 'Tout sur les mots de passe',
	'inspect.without-script':
		'L’examen dans la page a besoin de JavaScript. Sans lui, voici comment faire à la main.',
	'inspect.link.title': 'Où mène ce lien ?',
	'inspect.link.intro':
		'Colle le lien, ou le message entier. On dit à qui il est vraiment et ce qui est étrange, sans l’ouvrir.',
	'inspect.link.private':
		'Il reste dans cette page. On ne l’ouvre pas, on ne l’envoie pas, on ne le garde pas.',
	'inspect.link.label': 'Lien ou message',
	'inspect.link.clear': 'Effacer',
	'inspect.link.picture': 'Ou une image avec un code QR',
	'inspect.link.picture-hint': 'PNG, JPEG, WebP ou GIF, 10 Mo au plus. L’image est lue ici et ne sort pas.',
	'inspect.link.reading': 'Lecture…',
	'inspect.link.failed':
		'L’examen n’est pas arrivé. Lis le lien à la main, comme plus bas, ou réessaie quand Internet revient.',
	'inspect.link.slow': 'C’était trop long, on a arrêté.',
	'inspect.link.whose': 'À qui il est',
	'inspect.link.no-owner': 'n’ouvre pas de page',
	'inspect.link.network': 'Tel que le réseau le voit',
	'inspect.link.whole': 'Le lien entier',
	'inspect.link.leads-to': 'Il mène ensuite à',
	'inspect.link.seen': 'Ce qu’on a vu',
	'inspect.link.todo': 'Quoi faire',
	'inspect.link.verdict.trick': 'Il y a un piège',
	'inspect.link.verdict.odd': 'Quelque chose d’inhabituel',
	'inspect.link.verdict.nothing-odd': 'Rien d’étrange vu',
	'inspect.link.says.trick': 'Ce lien se fait passer pour ce qu’il n’est pas. Mieux vaut ne pas l’ouvrir.',
	'inspect.link.says.odd': 'Il est peut-être innocent. On vérifie avant d’ouvrir.',
	'inspect.link.says.nothing-odd':
		'Cela ne prouve pas qu’il est sûr : un site volé ou tout neuf a le même air.',
	'inspect.link.problem.empty': 'Colle un lien pour commencer.',
	'inspect.link.problem.no-link': 'On ne voit pas de lien dans ce texte.',
	'inspect.link.problem.too-long': 'Le texte est trop long. Colle le lien seul.',
	'inspect.link.picture-problem.too-heavy': 'L’image pèse plus de 10 Mo. Essaie une capture d’écran.',
	'inspect.link.picture-problem.too-large':
		'L’image est trop grande, on ne l’a pas ouverte. Essaie une capture d’écran.',
	'inspect.link.picture-problem.no-picture':
		'Ce fichier n’est pas une image qu’on connaît. Essaie PNG ou JPEG.',
	'inspect.link.picture-problem.no-code':
		'Pas de code QR trouvé. Essaie une image plus proche et plus nette.',
	'inspect.link.finding.runs-code':
		'Ce n’est pas une adresse : c’est un petit programme qui tournerait dans le navigateur.',
	'inspect.link.finding.dial-code':
		'Cet appel peut détourner tes appels vers quelqu’un d’autre, et avec eux les codes qui ouvrent tes comptes.',
	'inspect.link.finding.links-device':
		'Cela ouvre ton compte sur un autre écran. Seulement si tu l’as demandé toi-même, sur ton ordinateur.',
	'inspect.link.finding.user-info':
		'« {detail} » devant le @ ne veut rien dire. Le lien va à ce qui vient après.',
	'inspect.link.finding.domain-in-subdomain':
		'« {detail} » est posé devant comme un masque. Le propriétaire, c’est le nom à la fin.',
	'inspect.link.finding.brand-in-domain':
		'Le nom emprunte « {detail} », et cette adresse n’est pas de celles qu’on lui connaît.',
	'inspect.link.finding.look-alike':
		'L’œil lit « {detail} », mais ce sont d’autres lettres qui leur ressemblent.',
	'inspect.link.finding.typo': 'À une faute près de « {detail} » : un nom fait pour les doigts pressés.',
	'inspect.link.finding.mixed-letters':
		'Dans « {detail} », des lettres ou des chiffres de deux écritures se côtoient. Un nom honnête le fait rarement.',
	'inspect.link.finding.hidden-signs': 'Des signes cachés le font passer pour autre chose.',
	'inspect.link.finding.disguised-signs':
		'Un signe ressemble à une barre ou à un point et n’en est pas un. Ce qui le précède ne prouve rien.',
	'inspect.link.finding.ip-address':
		'Un numéro à la place d’un nom ({detail}). Les services connus ont un nom.',
	'inspect.link.finding.ip-disguised': 'Le nom est un numéro déguisé : il va en fait à {detail}.',
	'inspect.link.finding.padded-name':
		'Une rangée de tirets pousse le vrai nom hors de l’écran d’un téléphone.',
	'inspect.link.finding.double-ending': 'Le fichier se dit image ou document, et c’est un programme.',
	'inspect.link.finding.script-inside': 'Il porte un bout de programme dans l’adresse.',
	'inspect.link.finding.not-encrypted':
		'http sans s : sur le même réseau, d’autres peuvent lire ou changer la page.',
	'inspect.link.finding.shortener': 'Un lien court de {detail} : il cache où il mène.',
	'inspect.link.finding.port': 'Il entre par une porte inhabituelle du site ({detail}).',
	'inspect.link.finding.opens-app': 'Il ouvre une autre application ({detail}), pas une page.',
	'inspect.link.finding.program-file':
		'Il apporte un programme ({detail}) qui ne vient pas du magasin de ton appareil.',
	'inspect.link.finding.redirect': 'Il mène à un autre site : {detail}. C’est celui-là qui compte.',
	'inspect.link.finding.brand-in-subdomain': '« {detail} » est devant un nom qui est à quelqu’un d’autre.',
	'inspect.link.finding.brand-other-ending':
		'Le nom « {detail} » avec une autre fin. C’est peut-être le sien, peut-être pas.',
	'inspect.link.finding.brand-in-path':
		'« {detail} » est écrit après le nom, là où chacun écrit ce qu’il veut.',
	'inspect.link.finding.double-encoded':
		'Des morceaux sont emballés deux fois : pour passer un filtre, ou par négligence.',
	'inspect.link.finding.long-name': 'Le nom est très long. Sur un téléphone, on n’en voit que le début.',
	'inspect.link.finding.very-long':
		'Le lien est très long ({detail} signes). Beaucoup de choses peuvent s’y cacher.',
	'inspect.link.finding.invisible':
		'Il contient des signes invisibles. Ils viennent peut-être d’un copier-coller.',
	'inspect.link.finding.disguised-letters':
		'Il est écrit en lettres inhabituelles ; un navigateur lit {detail}.',
	'inspect.link.finding.arabic-look-alike':
		'Quelques lettres sont persanes ou ourdoues et ressemblent à l’arabe (ک, ی).',
	'inspect.link.finding.lure-words':
		'Banque, cadeau ou compte dans le nom (« {detail} ») ne disent pas à qui il est.',
	'inspect.link.finding.file-ending': 'Il finit comme un nom de fichier, et c’est le nom d’un site.',
	'inspect.link.finding.odd-writing':
		'Il est écrit d’une façon que les gens et les navigateurs peuvent lire autrement.',
	'inspect.link.finding.local-file': 'Il désigne un fichier de l’appareil, pas une page.',
	'inspect.link.finding.login-secret':
		'Il contient la clé secrète des codes en deux étapes. Elle ne se donne à personne.',
	'inspect.link.finding.joins-wifi':
		'Il connecte ton téléphone au Wi-Fi « {detail} ». Qui le gère voit le nom des sites que tu visites.',
	'inspect.link.finding.payment': 'Il demande un paiement qui ne revient pas.',
	'inspect.link.finding.other-letters':
		'Le nom est en d’autres lettres que a-z : {detail}. À lui seul, c’est normal.',
	'inspect.link.finding.hosted-page':
		'Là, n’importe qui fait une page. Regarde qui l’a faite, pas le grand nom à la fin.',
	'inspect.link.finding.form-page':
		'Un formulaire que n’importe qui peut faire. Jamais de mot de passe ni de code dedans.',
	'inspect.link.finding.starts-call': 'Il appelle {detail}.',
	'inspect.link.finding.starts-message': 'Il prépare un message. C’est toi qui décides de l’envoyer.',
	'inspect.link.finding.known-name':
		'Le nom {detail} est celui d’un service connu. Ses pages peuvent porter les mots d’inconnus.',
	'inspect.link.finding.local-address':
		'Une adresse à l’intérieur du réseau de la maison ou de l’école, comme la box.',
	'inspect.link.finding.archive-file':
		'Il apporte un fichier compressé ({detail}). On regarde avant d’ouvrir ce qu’il contient.',
	'inspect.link.finding.several-links':
		'Il y a {detail} liens dans ce texte. On a regardé le premier. Colle les autres un par un.',
	'inspect.link.step.do-not-open': 'On le laisse fermé. On ne perd rien à attendre.',
	'inspect.link.step.do-not-call':
		'On n’appelle pas. Si c’est déjà fait, demande à ton opérateur si tes appels sont détournés.',
	'inspect.link.step.do-not-scan':
		'Quelqu’un t’a envoyé cette image ? Ne la scanne pas : il lirait ton compte.',
	'inspect.link.step.ask-another-way':
		'Demande à la personne de vive voix. Son compte est peut-être dans d’autres mains.',
	'inspect.link.step.open-yourself': 'Besoin du site ? Ouvre l’application, ou tape l’adresse toi-même.',
	'inspect.link.step.ask-long': 'Demande l’adresse longue, ou cherche la page toi-même.',
	'inspect.link.step.store-only': 'Les applications, seulement du magasin de l’appareil.',
	'inspect.link.step.ask-owner': 'Demande à qui a affiché le code. Un autocollant peut en couvrir un autre.',
	'inspect.link.step.no-code': 'Ni mot de passe, ni code, ni numéro de carte sur une page venue par un lien.',
	'inspect.link.step.if-typed':
		'Tu y as déjà écrit quelque chose ? Cela arrive à tout le monde. Change le mot de passe depuis la vraie application, et dis-le à une personne sûre.',
	'inspect.link.by-hand': 'Lire un lien à la main',
	'inspect.link.by-hand-1': 'Cherche la première barre seule après https://. Le nom est juste avant.',
	'inspect.link.by-hand-2':
		'Lis le nom par la fin. bank.ma.evil.example est à evil.example, pas à la banque.',
	'inspect.link.by-hand-3': 'Un @ avant le nom ? Tout ce qui le précède ne veut rien dire.',
	'inspect.link.by-hand-4':
		'Des chiffres au lieu d’un nom, une lettre presque juste, une rangée de tirets : ce sont des pièges.',
	'inspect.link.by-hand-5': 'Un lien court cache son chemin. Demande le long.',
	'inspect.link.by-hand-6':
		'Sur un téléphone, un appui long sur le lien montre son adresse avant de l’ouvrir.',
	'inspect.link.more': 'Tout sur les arnaques et les liens',
}
