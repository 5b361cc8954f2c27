/** The widget: doors for help, and the tile of the scoreboard, on the pages of others (decision 090). */
export {
	frameSize,
	getBoardAddress,
	getBoardPolicy,
	getWidgetAddress,
	getWidgetPolicy,
	keptUntil,
	mostBoardBytes,
	mostBytes,
	sandbox,
} from './contract.ts'
export { chooseDoors } from './widget-doors.ts'
