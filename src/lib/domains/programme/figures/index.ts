/** Door of the numbers: what they are, how they are read from a list, what is counted. Values in, values out; the tables stand in `server/`. */
export {
	figureStates,
	getCurrent,
	toFigureKey,
	type Erratum,
	type FigureKey,
	type Figure,
	type Published,
	type PublishedFigure,
	type FigureTarget,
	type Value,
} from './figure.ts'
export { readFigureList } from './figure-list.ts'
export { type FigureIndicator } from './indicator.ts'
export { compareReport } from './report.ts'
