/** Units that an operator copies to /etc/systemd/system: read by systemd itself, as far as it goes without the tree in /opt. */
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeProgram, openStage, run } from '../support/programs.ts'

const stage = openStage()
const units = readdirSync('deploy').filter((name) => /\.(?:service|timer)$/u.test(name))

/** A template is read as one of its units. */
const toUnitName = (file: string): string => file.replace('@.', '@intake.')

describeProgram('systemd-analyze', 'systemd', (systemdAnalyze) => {
	const folder = stage.makeFolder()
	for (const file of units) copyFileSync(join('deploy', file), join(folder, toUnitName(file)))

	test.each(units)('%s is as systemd wants it, every word of it', (file) => {
		const { output } = run(systemdAnalyze, ['verify', '--man=no', join(folder, toUnitName(file))])
		// The product is not installed where tests run.
		const faults = output
			.split('\n')
			.filter((line) => line !== '' && !/ is not executable: No such file/u.test(line))
		expect(faults).toEqual([])
	})

	test('a word that systemd does not know is seen', () => {
		const path = join(folder, 'wrong.service')
		copyFileSync('deploy/thiqa.service', path)
		expect(run('sh', ['-c', `sed -i 's/^NoNewPrivileges/NoNewPriviledges/' ${path}`]).status).toBe(0)
		expect(run(systemdAnalyze, ['verify', '--man=no', path]).output).toContain('NoNewPriviledges')
	})
})

test('what a unit starts and names stands in the tree', () => {
	for (const file of units) {
		const text = readFileSync(join('deploy', file), 'utf8')
		const named = [...text.matchAll(/\/opt\/thiqa(?:-witness)?\/((?:src|scripts|docs)\/[\w/.-]+)/gu)].map(
			([, path = '']) => path,
		)
		expect(file.endsWith('.timer') || named.length > 0, file).toBe(true)
		for (const path of named) expect(existsSync(path), `${file}: ${path}`).toBe(true)
	}
})
