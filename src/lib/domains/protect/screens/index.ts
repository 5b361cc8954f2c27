/** Drawn screens in content: their labels are cited, or they are described. */
export {
	citedLabel,
	deviceScreen,
	findInvented,
	citedPage,
	toOwnScreen,
	type ReadPage,
} from './device-screen.ts'
