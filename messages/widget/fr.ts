/** Words of the widget and of copies of the site, in French. */
export const widget = {
	'widget.frame': 'De l’aide pour les enfants et les jeunes',
	'widget.lead': 'Quelque chose ne va pas en ligne ? De l’aide, sans donner son nom.',
	'widget.title': 'La porte d’aide sur votre site',
	'widget.intro':
		'Une école, un opérateur, un club : placez le bouton d’aide et les numéros sur votre page. Pas de cookie, pas de compteur, rien à installer.',
	'widget.preview': 'Voici ce que verront vos visiteurs',
	'widget.preview-alone': 'Ouvrir la porte seule',
	'widget.copy': 'À copier dans votre page',
	'widget.link': 'Un simple lien',
	'widget.link-for': 'Partout, même dans un courriel. Le plus sûr à long terme.',
	'widget.iframe': 'Un cadre, sans script',
	'widget.iframe-for': 'Pour la plupart des sites : bouton, numéros et horaires.',
	'widget.script': 'Un script de moins de 3 Ko',
	'widget.script-for': 'Ajoute « ouvert maintenant ». Il ne lit rien de votre page et n’envoie rien.',
	'widget.csp': 'Si votre site a une politique de contenu (CSP)',
	'widget.csp-for': 'Ajoutez à votre en-tête la première ligne pour le cadre, la seconde pour le script.',
	'widget.promise': 'Ce que nous promettons',
	'widget.promise-years': 'Cette adresse répond au moins jusqu’au {day}.',
	'widget.promise-next':
		'Une nouvelle version aura sa propre adresse : rien ne change sur votre page sans vous.',
	'widget.promise-numbers': 'Un numéro suspendu disparaît de votre page, un horaire corrigé l’est aussi.',
	'widget.promise-nothing':
		'Personne n’est compté ni suivi. Votre adresse n’est pas transmise par le lien, et le cadre ne lit rien de votre page.',
	'widget.promise-sees':
		'Ce qui reste : en affichant le cadre ou le script, le navigateur de vos visiteurs demande un fichier à notre serveur, qui voit l’adresse de la connexion pendant la réponse. Le simple lien ne demande rien avant d’être pressé.',
	'widget.card': 'La carte à imprimer',
	'widget.card-for': 'Pour l’accueil, le guichet, le vestiaire. Imprimer cette page n’imprime que la carte.',
	'widget.card-scan': 'Visez le carré avec l’appareil photo, ou tapez l’adresse',
	'widget.mirrors': 'Héberger une copie du site',
	'mirror.title': 'Copies du site',
	'mirror.intro':
		'Une mairie, une école peut héberger une copie du site. Elle est signée : chacun peut vérifier qu’aucun mot n’y a été changé.',
	'mirror.known': 'Copies connues',
	'mirror.none': 'Aucune copie connue pour l’instant.',
	'mirror.by': 'Hébergée par',
	'mirror.since': 'Depuis',
	'mirror.make': 'Faire une copie',
	'mirror.make-for': 'Sur la machine où le site a été construit. Le dossier se pose à la racine d’un nom.',
	'mirror.verify': 'Vérifier une copie',
	'mirror.verify-for':
		'Prenez la clé ici, jamais dans la copie : qui change la copie peut changer la clé qui s’y trouve.',
	'mirror.key': 'Clé des copies',
	'mirror.no-key': 'Aucune copie n’a encore été faite ici : il n’y a pas de clé.',
	'mirror.holds': 'Ce qu’une copie contient, et ne contient pas',
	'mirror.holds-pages': 'Les pages telles qu’elles étaient le jour de la copie, sans script.',
	'mirror.holds-home':
		'Signaler, la boîte aux réponses, la recherche et tout ce qui se remplit ramènent au site d’origine.',
	'mirror.holds-date':
		'Chaque page montre son jour. Après 30 jours un avertissement s’y ajoute, si le navigateur permet les scripts.',
	'mirror.holds-host': 'Qui héberge une copie voit qui la lit. Nous n’y pouvons rien.',
	'mirror.banner': 'Copie du {day}, hébergée par d’autres.',
	'mirror.banner-home': 'Aller au site d’origine',
	'mirror.old': 'Cette copie a plus de 30 jours : des numéros ont pu changer.',
}
