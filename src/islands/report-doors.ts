/** The other doors after a report: those that fit what was told, chosen here, from what stands in the page already. */
import { pickDoors, type Told } from '#domains/reports/sealing'

/** Shows the doors that fit and hides the others. The text to copy stands above them. */
export const showFittingDoors = (told: Told): void => {
	const root = document.querySelector<HTMLElement>('[data-other-doors]')
	const list = root?.querySelector('ul')
	if (!root || !list) return
	const shown = pickDoors(root.dataset.table ?? '', told)
	const items = [...list.querySelectorAll<HTMLElement>('[data-door]')]
	for (const item of items) item.hidden = !shown.includes(item.dataset.door ?? '')
	list.prepend(...shown.flatMap((id) => items.find((item) => item.dataset.door === id) ?? []))
	const note = root.querySelector<HTMLElement>('[data-after-doors]')
	if (note) note.hidden = false
}
