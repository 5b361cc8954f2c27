/** A phone from data: what stands on its screen, and where the finger goes. */
import { plate, toMarkup, width } from './pen.ts'
import { readMark, type DeviceScreen } from './screen-data.ts'
import { draws } from './screens.ts'

export {
	getLabels,
	menuLanguages,
	readMark,
	screenKinds,
	drawnThings,
	type DeviceScreen,
} from './screen-data.ts'

/** A phone that goes on below the picture, or above it where a sheet has come up from its foot; two kinds stand free. */
const drawFrame = ({ app }: DeviceScreen, height: number): string => {
	if (app === 'keys' || app === 'two') return ''
	const isFoot = app === 'sheet'
	const top = isFoot ? -40 : 0
	const notch = isFoot ? '' : plate([138, 10, 44, 5], 'line', 2)
	return (
		plate([0, top, width, height + 40], 'ink', 26) +
		plate([4, top + 4, width - 8, height + 32], 'card', 22) +
		notch
	)
}

/**
 * The screen as inline SVG of 320 by about 200 units.
 *
 * @param title - what it shows, in the language of the page; it is read out instead of the picture
 * @throws Error where the path is empty or names a thing that is not drawn
 */
export const drawDeviceScreen = (screen: DeviceScreen, title: string): string => {
	const marks = screen.path.map((step) => readMark(step))
	const known = marks.filter((mark) => mark !== undefined)
	const target = known.at(-1)
	if (!target || known.length !== marks.length) throw new Error(`no such screen: ${screen.path.join(' > ')}`)
	const { mirrored, upright, height } = draws[screen.app]({ screen, passed: known.slice(0, -1), target })
	const frame = drawFrame(screen, height)
	const turned =
		screen.menuLanguage === 'ar' && mirrored
			? `<g transform="matrix(-1 0 0 1 ${width} 0)">${mirrored}</g>`
			: mirrored
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>${toMarkup(title)}</title><g aria-hidden="true">${frame}${turned}${upright}</g></svg>`
}
