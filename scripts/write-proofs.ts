/** `npm run proofs`: tries every configuration file in its program and writes down which was tried with what, on every system alike. */
import { spawnSync } from 'node:child_process'

const { status, error } = spawnSync('vitest', ['run', '--project', 'targets', ...process.argv.slice(2)], {
	env: { ...process.env, THIQA_WRITE_PROOFS: '1' },
	stdio: 'inherit',
	shell: process.platform === 'win32',
})
if (error) throw error
process.exitCode = status ?? 1
