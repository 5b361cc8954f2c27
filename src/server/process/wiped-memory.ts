/**
 * Freed memory keeps its bytes until something else is written there: in an image of the machine, what came in clear could be read
 * for hours. The C library of Linux overwrites what is freed when it is told so before a process starts, but for small pieces that
 * it keeps at hand for each thread: those it is told not to keep.
 * https://www.gnu.org/software/libc/manual/html_node/Memory-Allocation-Tunables.html
 */

/** Fills what is freed with ones, what is given out with zeros. */
export const wiping = { MALLOC_PERTURB_: '255', GLIBC_TUNABLES: 'glibc.malloc.tcache_count=0' } as const

/** Returns freed memory to the system soon: of the memory that the start takes, some 60 MB would stay. */
const returning = {
	MALLOC_ARENA_MAX: '2',
	MALLOC_TRIM_THRESHOLD_: '131072',
	MALLOC_MMAP_THRESHOLD_: '131072',
} as const

/** Starts this very process again, once, as one that wipes. Does nothing where it is told so already, and on other systems. */
export const wipeFreedMemory = (): void => {
	if (process.platform !== 'linux' || process.env.MALLOC_PERTURB_ !== undefined) return
	const args = [process.execPath, ...process.execArgv, ...process.argv.slice(1)]
	const told = process.env.GLIBC_TUNABLES
	const tunables = [...(told ? [told] : []), wiping.GLIBC_TUNABLES].join(':')
	const wiped = { ...returning, ...process.env, ...wiping, GLIBC_TUNABLES: tunables }
	process.execve?.(process.execPath, args, wiped)
}
