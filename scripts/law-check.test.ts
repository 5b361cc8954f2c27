import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const run = (...args: string[]) =>
	spawnSync(process.execPath, ['scripts/law-check.ts', ...args], { encoding: 'utf8' })

test('law:check prints the worklist, grouped with counts, each line with its place', () => {
	const { status, stdout } = run()
	expect(status).toBe(0)
	expect(stdout).toMatch(/^Questions for a jurist: \d+ \(\d+ of priority 1/mu)
	expect(stdout).toMatch(/^ {2}1 content\/law\/questions\.yaml:\d+: J01: /mu)
	expect(stdout).not.toContain('no jurist has read it')
	expect(stdout).toMatch(/^\d+ things wait \(/mu)
})

test('law:check --json gives the same as data, --priority only what comes first', () => {
	const all = JSON.parse(run('--json').stdout) as { priority: number; place: string }[]
	const urgent = JSON.parse(run('--json', '--priority', '1').stdout) as { priority: number }[]
	expect(all.length).toBeGreaterThan(urgent.length)
	expect(urgent.every(({ priority }) => priority === 1)).toBe(true)
	expect(all.every(({ place }) => /^content\/law\/.+:\d+$/u.test(place))).toBe(true)
})
