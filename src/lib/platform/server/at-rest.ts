/**
 * Tells what a stolen disk would show: asks Linux whether a folder lies on an encrypted device (dm-crypt, as LUKS makes it, also below LVM),
 * and where memory may be swapped out to. A file system that encrypts by itself, and a host that encrypts below a virtual machine, cannot be seen from here.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** `unknown`: no block device of its own, or another system. */
export type AtRest = {
	disk: 'encrypted' | 'open' | 'unknown'
	/** `none`: nothing of this process is ever swapped out. */
	swap: 'none' | 'encrypted' | 'open' | 'unknown'
}

const read = (path: string): string | undefined => {
	try {
		return readFileSync(path, 'utf8')
	} catch {
		return undefined
	}
}
const list = (path: string): string[] => {
	try {
		return readdirSync(path)
	} catch {
		return []
	}
}

/** Judges a device by its folder in `/sys`: it is encrypted when it, or all that it is made of, is. */
const isEncrypted = (device: string): boolean => {
	if (read(join(device, 'dm/uuid'))?.startsWith('CRYPT-') === true) return true
	const below = list(join(device, 'slaves'))
	return below.length > 0 && below.every((name) => isEncrypted(join(device, 'slaves', name)))
}

const judge = (device: string): AtRest['disk'] => {
	if (read(join(device, 'dev')) === undefined) return 'unknown'
	return isEncrypted(device) ? 'encrypted' : 'open'
}

const findDevice = (path: string, root: string): string => {
	const { dev } = statSync(path, { bigint: true })
	const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & ~0xfffn)
	const minor = (dev & 0xffn) | ((dev >> 12n) & 0xffffff00n)
	return join(root, 'sys/dev/block', `${major}:${minor}`)
}

/** True where the control group of this process, or one above it, forbids swapping, as the unit file of the product does. */
const mayNotSwap = (root: string): boolean => {
	let group = /^0::(\/.*)$/mu.exec(read(join(root, 'proc/self/cgroup')) ?? '')?.[1]
	for (; group !== undefined && group !== '/'; group = dirname(group))
		if (read(join(root, 'sys/fs/cgroup', group, 'memory.swap.max'))?.trim() === '0') return true
	return false
}

const judgeSwap = (root: string): AtRest['swap'] => {
	if (mayNotSwap(root)) return 'none'
	const swaps = read(join(root, 'proc/swaps'))
	if (swaps === undefined) return 'unknown'
	const places = swaps
		.split('\n')
		.slice(1)
		.flatMap((line) => /^(\S+)\s+(\S+)/u.exec(line) ?? [])
	const devices: AtRest['disk'][] = []
	for (let at = 0; at < places.length; at += 3) {
		const [, path = '', kind = ''] = places.slice(at, at + 3)
		// Compressed in memory, and nowhere else.
		if (path.includes('/zram')) continue
		devices.push(
			judge(kind === 'file' ? findDevice(path, root) : join(root, 'sys/class/block', basename(path))),
		)
	}
	if (devices.length === 0) return 'none'
	return (
		devices.find((state) => state === 'open') ?? devices.find((state) => state === 'unknown') ?? 'encrypted'
	)
}

/**
 * Looks at the disk of a folder that exists, and at swap.
 *
 * @param root - where `/proc` and `/sys` lie, for tests
 */
export const readAtRest = (folder: string, root = '/'): AtRest => ({
	disk: judge(findDevice(folder, root)),
	swap: judgeSwap(root),
})
