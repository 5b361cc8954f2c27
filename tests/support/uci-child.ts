/** `uci` as a program, on the file named first: see uci.ts. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { runUci, type Uci } from './uci.ts'

const [file = '', ...words] = process.argv.slice(2)
const quiet = words[0] === '-q'
const [verb = '', ...rest] = quiet ? words.slice(1) : words
const uci = JSON.parse(readFileSync(file, 'utf8')) as Uci
try {
	const commands =
		verb === 'batch'
			? readFileSync(0, 'utf8').split('\n').filter(Boolean)
			: [[verb, rest.join(' ').replace(/=(.*)$/u, (_, value: string) => `='${value}'`)].join(' ')]
	process.stdout.write(commands.map((command) => runUci(uci, command)).join(''))
	// Several of these run at once in a pipe: a reader must never see half a file.
	if (!['show', 'get', 'commit'].includes(verb)) {
		writeFileSync(`${file}.${process.pid}`, JSON.stringify(uci))
		renameSync(`${file}.${process.pid}`, file)
	}
} catch (error) {
	if (!quiet || verb === 'batch') console.error(error instanceof Error ? error.message : error)
	process.exitCode = 1
}
