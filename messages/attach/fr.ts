import type { attach as words } from './ar.ts'

/** Voice notes and screenshots. */
export const attach: Readonly<Record<keyof typeof words, string>> = {
	'attach.no-script': 'Enregistrer ta voix demande JavaScript. Tes mots écrits suffisent.',
	'attach.voice': 'Ou raconte avec ta voix',
	'attach.voice.text':
		"Cinq minutes au plus. L'enregistrement reste dans ton téléphone jusqu'au dernier bouton, puis part fermé. Qui l'écoute dans l'équipe entend ta voix telle quelle.",
	'attach.voice.record': "Commencer l'enregistrement",
	'attach.voice.stop': "Arrêter l'enregistrement",
	'attach.voice.listen': 'Écouter ton enregistrement',
	'attach.voice.again': 'Recommencer',
	'attach.voice.delete': "Effacer l'enregistrement",
	'attach.voice.no-microphone': 'Le micro ne marche pas ici. Tes mots écrits suffisent.',
	'attach.shots': "Des captures d'écran de la conversation",
	'attach.shots.text':
		"Seulement ce que cette personne t'a écrit : cinq images au plus. N'envoie jamais l'image d'un corps sans vêtements, ni le tien ni celui d'un autre.",
	'attach.shots.choose': 'Choisir les captures',
	'attach.shots.one': 'Image {n}, en kilo-octets :',
	'attach.shots.delete': "Effacer l'image",
	'attach.shots.wrong': "L'une n'est pas une capture d'écran, ou elle est trop grande. Les autres sont là.",
	'attach.shots.most': "Cinq images suffisent. Nous n'avons pas pris les autres.",
	'attach.leaves': "L'enregistrement et les images, fermés avec la même clé, en kilo-octets :",
	'attach.leaves.text': "La taille d'un enregistrement dit à peu près sa durée, jamais ce qu'il y a dedans.",
	'attach.working': "On envoie l'enregistrement et les images : {detail} pour cent",
	'attach.failed.line':
		"L'enregistrement ou les images ne sont pas tous arrivés. Tout est encore là : réessaie, ou envoie tes mots seuls.",
	'attach.failed.full':
		"Il n'y a pas de place pour l'enregistrement et les images. Tout est encore là : envoie tes mots seuls, ou reviens plus tard.",
	'attach.failed.long':
		"L'enregistrement et les images ensemble sont trop grands. Effaces-en, ou envoie tes mots seuls.",
	'attach.plain': "De cette façon partent tes mots seuls, sans l'enregistrement ni les images.",
	'attach.without': 'Envoyer mes mots seuls',
	'case.attach.voice': 'Enregistrement de voix',
	'case.attach.shot': "Capture d'écran",
	'case.attach.size': 'en kilo-octets, fermé :',
	'case.attach.hear': "Ouvrir et écouter l'enregistrement",
	'case.attach.see': "Ouvrir l'image, grise et floue",
	'case.attach.clearer': 'Un degré plus net',
	'case.attach.darker': 'Rendre floue à nouveau',
	'case.attach.level': 'Netteté {n} sur {of}',
	'case.attach.noted':
		'Chaque ouverture et chaque degré de netteté sont notés au registre et à ton compteur.',
	'case.attach.missing': "Ce fichier n'est pas là, ou plus.",
	'case.attach.damaged':
		"Ce fichier ne s'ouvre pas, ou n'est pas celui que le signalement nomme. Rien n'en est montré.",
	'case.step.attached': 'Fichier ouvert',
	'case.step.uncovered': 'Image vue plus nette',
}
