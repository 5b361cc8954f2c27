import type { CastMember, Mood } from '../scene-data.ts'
import { shape } from '../svg.ts'
import { drawPerson } from './person.ts'

/** Head and shoulders of nobody: no face, so that nothing is said of who it is. */
const drawNobody = (): string =>
	shape('M-40 54C-40 40-24 30 0 30S40 40 40 54z', 'stone-light') +
	shape('M0-26C14-26 22-16 22-4S12 24 0 24-22 10-22-4-14-26 0-26z', 'stone-light')

/**
 * Head and shoulders of somebody, without a place around them: 100 by 100 with the middle of the head in it.
 *
 * @param person - of the cast; `undefined` is somebody who has no face, drawn as a head and shoulders in grey
 * @param mood - of the face, calm unless said
 */
export const drawPortrait = (person: CastMember | undefined, mood: Mood = 'calm'): string => {
	const body = person
		? drawPerson(
				{ ...person, has: person.has.filter((one) => one !== 'wheelchair') },
				{ who: '', at: [0, 0], mood, pose: 'none' },
			).body
		: drawNobody()
	return `<svg xmlns="http://www.w3.org/2000/svg" class="scene day" viewBox="-50 -52 100 100" fill="none" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${body}</svg>`
}
