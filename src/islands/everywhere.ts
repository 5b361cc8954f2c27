/** Starts what every page with words for people has: notes for those without script go away, leaving quickly, listening. */
import { startLeave } from './leave.ts'
import { startEars, startListen } from './listen.ts'

export const startEverywhere = (): void => {
	for (const note of document.querySelectorAll<HTMLElement>('[data-without-script]')) note.hidden = true
	startLeave()
	startListen()
	startEars()
}
