import type { Translated } from '../counted.ts'
import type { loops as arabic } from './ar.ts'

/** Words of the pictures that move, in English. */
export const loops: Translated<typeof arabic, 'en'> = {
	'loops.title': 'Short films without words',
	'loops.intro': 'Three drawn films, twenty seconds each',
	'loops.kind': 'Film without words',
	'loops.play': 'Make the picture move',
	'loops.stop': 'Stop',
	'loops.print': 'The strip of pictures, to print',
	'loops.frame': 'Picture {n}',
	'loops.how':
		'Cut the pictures out and put them in order. Staple them at the side of the number and flip them; or shuffle them: children put them in order again and tell the story.',
	'loops.tells.chain':
		'A boy takes a picture of a child and sends it. It goes from one to the next. A girl raises her hand: stop. Then she goes to the child and stays with him.',
	'loops.tells.hook':
		'A present comes out of a game. The boy sees that it hangs on a hook. He says no, goes to his father and tells him.',
	'loops.tells.secret':
		'A secret becomes a stone that grows. A girl carries it alone. She tells a grown-up, who carries it with her: it becomes light.',
}
