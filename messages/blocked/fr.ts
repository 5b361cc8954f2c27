import type { Translated } from '../counted.ts'
import type { blocked as keys } from './ar.ts'

/** Words of the page that stands in place of a blocked address, in French. */
export const blocked: Translated<typeof keys, 'fr'> = {
	'blocked.title': 'Cette adresse est bloquée',
	'blocked.intro':
		'Le fournisseur d’accès à Internet a fermé cette adresse pour protéger des enfants. Arriver ici n’est pas une faute.',
	'blocked.private': 'Cette page ne note ni qui arrive ici, ni quelle adresse était demandée.',
	'blocked.talk': 'Pour en parler',
	'blocked.talk-text':
		'Voir quelque chose de dur peut faire peur ou rendre triste. Des personnes sont là pour écouter et aider.',
	'blocked.mistake': 'Si c’est une erreur',
	'blocked.mistake-text':
		'Si cette adresse est la vôtre, ou si elle est bloquée à tort, l’équipe qui tient la liste regarde chaque demande. Cette page dit qui répond et comment lui écrire :',
	'blocked.ends':
		'Chaque blocage prend fin après 90 jours. Il n’est renouvelé que si deux personnes regardent de nouveau.',
}
