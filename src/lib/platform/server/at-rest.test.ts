import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readAtRest } from './at-rest.ts'

/** A system as Linux describes it, in a folder: files by their path. */
const makeSystem = (files: Readonly<Record<string, string>>): string => {
	const root = mkdtempSync(join(tmpdir(), 'thiqa-system-'))
	onTestFinished(() => rmSync(root, { recursive: true }))
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true })
		writeFileSync(join(root, path), text)
	}
	return root
}

const { dev } = statSync(tmpdir(), { bigint: true })
const number = `${((dev >> 8n) & 0xfffn) | ((dev >> 32n) & ~0xfffn)}:${(dev & 0xffn) | ((dev >> 12n) & 0xffffff00n)}`
const device = `sys/dev/block/${number}`
const head = 'Filename\tType\tSize\tUsed\tPriority\n'

test.each([
	['a bare disk', { [`${device}/dev`]: number }, 'open'],
	['LUKS', { [`${device}/dev`]: number, [`${device}/dm/uuid`]: 'CRYPT-LUKS2-1' }, 'encrypted'],
	[
		'LVM on LUKS',
		{
			[`${device}/dev`]: number,
			[`${device}/dm/uuid`]: 'LVM-1',
			[`${device}/slaves/dm-0/dm/uuid`]: 'CRYPT-LUKS2-1',
		},
		'encrypted',
	],
	[
		'LVM of which one half is bare',
		{
			[`${device}/dev`]: number,
			[`${device}/slaves/dm-0/dm/uuid`]: 'CRYPT-LUKS2-1',
			[`${device}/slaves/sdb1/dev`]: '8:17',
		},
		'open',
	],
	['a file system without a device', { 'proc/swaps': head }, 'unknown'],
] as const)('%s is told', (_, files, disk) => {
	expect(readAtRest(tmpdir(), makeSystem(files)).disk).toBe(disk)
})

test.each([
	['no swap', { 'proc/swaps': head }, 'none'],
	['compressed memory', { 'proc/swaps': `${head}/dev/zram0 partition 1 0 5\n` }, 'none'],
	[
		'a bare partition',
		{ 'proc/swaps': `${head}/dev/sda2 partition 1 0 -2\n`, 'sys/class/block/sda2/dev': '8:2' },
		'open',
	],
	[
		'an encrypted partition',
		{
			'proc/swaps': `${head}/dev/dm-1 partition 1 0 -2\n`,
			'sys/class/block/dm-1/dev': '254:1',
			'sys/class/block/dm-1/dm/uuid': 'CRYPT-PLAIN-swap',
		},
		'encrypted',
	],
	[
		'a unit that may not swap, beside a bare partition',
		{
			'proc/swaps': `${head}/dev/sda2 partition 1 0 -2\n`,
			'sys/class/block/sda2/dev': '8:2',
			'proc/self/cgroup': '0::/system.slice/thiqa.service/inner\n',
			'sys/fs/cgroup/system.slice/thiqa.service/memory.swap.max': '0\n',
		},
		'none',
	],
	['a system that does not say', {}, 'unknown'],
] as const)('%s is told', (_, files, swap) => {
	expect(readAtRest(tmpdir(), makeSystem(files)).swap).toBe(swap)
})

test('this very machine is asked without a fault', () => {
	expect(['encrypted', 'open', 'unknown']).toContain(readAtRest(tmpdir()).disk)
})
