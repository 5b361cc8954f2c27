/** The first things to do about what is being told: fetched all together, so that nobody learns which were picked. */
import { collectAnswers, pickFirstMinutes } from '#domains/reports/sealing'

/** Keeps the cards under the pictures in step with what is chosen. Where they cannot be fetched the links stay. */
export const startMinutes = async (form: HTMLFormElement): Promise<void> => {
	const place = form.querySelector<HTMLElement>('[data-minutes]')
	if (!place) return
	const answer = await fetch(place.dataset.minutes ?? '', { credentials: 'omit' })
	const { html } = (await answer.json()) as { html: string }
	const all = new DOMParser().parseFromString(html, 'text/html')
	let shown = ''
	const show = (): void => {
		const fits = pickFirstMinutes(collectAnswers(new FormData(form)))
		if (fits.join(' ') === shown) return
		shown = fits.join(' ')
		const cards = fits.flatMap((fit) => all.querySelector(`[data-fits~="${CSS.escape(fit)}"]`) ?? [])
		place.replaceChildren(...cards.map((card) => document.importNode(card, true)))
	}
	place.replaceChildren()
	show()
	form.addEventListener('change', show)
}
