import { randomBytes } from 'node:crypto'

let [drawn, used] = [Buffer.alloc(0), 0]

/**
 * Random bytes of the system, which is asked for 4 KB at a time: asking for each report takes a tenth of what taking a report
 * in takes. For salts and nonces, not for keys: what was not given out yet lies in memory.
 */
export const drawBytes = (length: number): Buffer => {
	if (used + length > drawn.length) [drawn, used] = [randomBytes(Math.max(4096, length)), 0]
	used += length
	return drawn.subarray(used - length, used)
}
