/** Go's own reading of a public record: `tests/support/go-note/main.go`, built once for a suite. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram } from './running.ts'

const go = findProgram('go') ?? ''
const goPath = '/usr/share/gocode'

/** Debian packages that are not on this machine. */
export const missingForGo: readonly string[] = [
	...(go ? [] : ['golang-go']),
	...(existsSync(join(goPath, 'src/golang.org/x/mod/sumdb/note')) ? [] : ['golang-golang-x-mod-dev']),
]

/** Builds a program of ours in Go into a folder. Answers its path. */
export const buildGo = (name: 'go-note' | 'go-witness', folder: string): string => {
	const program = join(folder, name)
	const { status, stderr } = spawnSync(go, ['build', '-o', program, 'main.go'], {
		cwd: new URL(name, import.meta.url).pathname,
		env: { ...process.env, GO111MODULE: 'off', GOFLAGS: '', GOPATH: goPath, GOTOOLCHAIN: 'local' },
		encoding: 'utf8',
	})
	if (status !== 0) throw new Error(`building the Go program: ${stderr}`)
	return program
}

/** Builds the reader of records into a folder; answers how to ask it. */
export const buildGoNote = (
	folder: string,
): ((claim: unknown) => { status: number | null; answer: string }) => {
	const program = buildGo('go-note', folder)
	return (claim) => {
		const ran = spawnSync(program, { input: JSON.stringify(claim), encoding: 'utf8' })
		return { status: ran.status, answer: ran.stdout.trim() }
	}
}
