/** Words of reports that somebody seals with the program age, in French. */
export const byHand = {
	'by-hand.title': 'Scellé à la main, avec age',
	'by-hand.what':
		'Pour qui connaît le programme age. Qui scelle ainsi n’a à croire ni le code de notre page ni notre serveur : un fichier fermé nous arrive, et seule l’équipe l’ouvre.',
	'by-hand.key': 'Clé de l’équipe',
	'by-hand.valid': 'En service',
	'by-hand.fingerprint': 'Son empreinte',
	'by-hand.root': 'La clé qui l’a signée, la même pendant des années',
	'by-hand.check': 'L’acte signé :',
	'by-hand.do': 'Que faire',
	'by-hand.write':
		'Tout écrire dans un fichier texte : ce qui s’est passé, le lien ou l’application, qui est en danger.',
	'by-hand.command': 'Le sceller pour cette seule clé, sur sa propre machine :',
	'by-hand.give':
		'Donner ici le fichier scellé, ou coller son texte. La page montre ensuite un reçu pour la réponse.',
	'by-hand.most': '{size} Ko au plus. Qui observe le réseau voit la longueur du fichier.',
	'by-hand.now':
		'Prendre la clé montrée aujourd’hui. Des précédentes, les trois dernières sont essayées aussi.',
	'by-hand.file': 'Fichier scellé',
	'by-hand.text': 'Ou son texte, de BEGIN à END',
	'by-hand.danger': 'Quelqu’un est en danger maintenant',
	'by-hand.send': 'Envoyer le fichier scellé',
	'by-hand.failed.form':
		'Ce n’est pas un fichier qu’age a scellé pour une seule clé de ce genre. Votre fichier est toujours chez vous.',
	'by-hand.failed.too-long':
		'Le fichier est trop long. Raccourcissez le texte, ou envoyez-le en deux parties.',
	'by-hand.failed.none': 'Il n’y a encore ni fichier ni texte.',
	'by-hand.door': 'Sceller soi-même avec le programme age',
	'case.by-hand.opened': 'Scellé à la main avec age',
	'case.by-hand.unopened':
		'Scellé à la main avec age ; aucune des clés ouvertes ne l’ouvre, ou il ne contient pas de texte',
}
