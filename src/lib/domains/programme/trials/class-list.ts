/**
 * Classes that take part, as whoever registered the trial writes them: a line each, region, setting, and a note of their own that tells them which
 * class it is. The note is answered beside the label and kept nowhere: which school it is, only they know.
 */
import { classSettings, type ClassSetting } from './trial.ts'

export type ListedClass = { region: string; setting: ClassSetting; note: string }

/** A fault of a line, counted from 1. */
export type ClassFault = { line: number; code: 'region' | 'setting' }

/**
 * Reads a list. Nothing is taken of one that has a fault.
 *
 * @param regions - codes of regions that the person may name
 */
export const readClassList = (
	text: string,
	regions: readonly string[],
): { classes: ListedClass[]; faults: ClassFault[] } => {
	const classes: ListedClass[] = []
	const faults: ClassFault[] = []
	text.split(/\r?\n/u).forEach((line, index) => {
		if (line.trim() === '') return
		const [region = '', settingText, ...note] = line.trim().split(/[\s,;]+/u)
		const setting = classSettings.find((one) => one === settingText)
		if (!regions.includes(region)) faults.push({ line: index + 1, code: 'region' })
		else if (setting === undefined) faults.push({ line: index + 1, code: 'setting' })
		else classes.push({ region, setting, note: note.join(' ') })
	})
	return { classes, faults }
}
