import {
	existsSync,
	mkdirSync,
	openSync,
	closeSync,
	fsyncSync,
	readFileSync,
	renameSync,
	writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Form } from '../quiz/form.ts'
import type { QuizKey } from '../quiz/quiz.ts'
import { addSheet, isTallyList, type Tally } from '../quiz/tally.ts'

/** The tallies of a classroom on the teacher's machine: one small file, whole at any moment. */
export type TallyFile = {
	read: () => Tally[]
	/**
	 * Counts a sheet, once: a page that is loaded again hands in the same sheet number.
	 *
	 * @returns whether it was counted
	 */
	add: (sheet: { number: string; topic: string; form: Form; answers: URLSearchParams }) => boolean
}

const mostNumbers = 100_000

const writeWhole = (path: string, text: string): void => {
	mkdirSync(dirname(path), { recursive: true })
	const file = openSync(`${path}.new`, 'w', 0o600)
	writeSync(file, text)
	fsyncSync(file)
	closeSync(file)
	renameSync(`${path}.new`, path)
}

const readWhole = (path: string): Tally[] => {
	if (!existsSync(path)) return []
	const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
	if (!isTallyList(value)) throw new Error(`reading the tallies: ${path} is not a file of ours, move it away`)
	return value
}

/**
 * Opens the tallies at `path`; a file that is not there yet is made with the first sheet. Throws when it is not ours.
 *
 * @param findKey - right choices of the quiz of a topic, by which sheets are scored
 */
export const openTallyFile = (
	path: string,
	findKey: (topic: string) => Pick<QuizKey, 'right'> | undefined = () => undefined,
): TallyFile => {
	let tallies = readWhole(path)
	const seen = new Set<string>()
	return {
		read: () => tallies,
		add({ number, topic, form, answers }) {
			if (!/^[a-z0-9]{12}$/u.test(number) || seen.has(number) || seen.size >= mostNumbers) return false
			seen.add(number)
			tallies = addSheet(tallies, { topic, form, answers }, findKey(topic))
			writeWhole(path, JSON.stringify(tallies))
			return true
		},
	}
}
