import type { Translated } from '../counted.ts'
import type { derb as arabic } from './ar.ts'

/** Words of the street of Najma, in English. */
export const derb: Translated<typeof arabic, 'en'> = {
	'derb.title': 'Derb d’Najma',
	'derb.intro': 'Ten stories in pictures, each with a grown-up’s door at its end',
	'derb.hello': 'I am Najma. Behind each door is a story.',
	'derb.night': 'Ten open doors! Najma is asleep.',
	'derb.door': 'Door {n}',
	'derb.now': 'What now?',
	'derb.fault': 'It is not a fault. The door stays open.',
	'derb.again': 'Choose again',
	'derb.open': 'Open the door',
	'derb.call': 'A grown-up can call',
	'derb.tile': 'A tile for you! Choose its colour.',
	'derb.zellige': 'My zellige',
	'derb.doors': 'Other doors',
	'derb.more': 'Other pictures',
	'derb.recolour': 'Door {n}: another colour',
	'derb.drawn': 'A zellige of ten parts',
	'derb.colour.majorelle': 'Blue',
	'derb.colour.mint': 'Green',
	'derb.colour.saffron': 'Yellow',
	'derb.colour.terra': 'Red',
	'derb.colour.plum': 'Purple',
	'derb.colour.sky': 'Sky blue',
}
