/** The other doors after a report: those that fit what was told, chosen here, from what stands in the page already. */
import { doorsAtOnce, pickDoors, type Told } from '#domains/reports/sealing'

/** Shows the doors that fit, the best ones before the press, and hides the others. The text to copy stands above them. */
export const showFittingDoors = (told: Told): void => {
	const root = document.querySelector<HTMLElement>('[data-other-doors]')
	const [best, rest] = root?.querySelectorAll('ul') ?? []
	if (!root || !best || !rest) return
	const shown = pickDoors(root.dataset.table ?? '', told)
	const items = [...root.querySelectorAll<HTMLElement>('[data-door]')]
	for (const item of items) item.hidden = !shown.includes(item.dataset.door ?? '')
	const doors = shown.flatMap((id) => items.find((item) => item.dataset.door === id) ?? [])
	best.prepend(...doors.slice(0, doorsAtOnce))
	rest.prepend(...doors.slice(doorsAtOnce))
	const note = root.querySelector<HTMLElement>('[data-after-doors]')
	if (note) note.hidden = false
}
