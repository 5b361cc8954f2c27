/** Disks of a test's own, in memory, small enough to be filled. */
import { execFileSync, spawnSync } from 'node:child_process'
import { onTestFinished } from 'vitest'

/** Only root may mount, and not in every container. */
export const canMount =
	process.getuid?.() === 0 &&
	spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0

/** Puts a disk at a folder until the test ends. */
export const mountAt = (folder: string, size: string): void => {
	execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
	onTestFinished(() => void execFileSync('umount', ['-l', folder]))
}
