/** A filter of the second order: b0, b1, b2, a1, a2. */
type Filter = readonly [number, number, number, number, number]

/** K-weighting at 48 kHz, as BS.1770-4 writes it: the head, then the high pass. */
const shelf: Filter = [
	1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
]
const highPass: Filter = [1, -2, 1, -1.99004745483398, 0.99007225036621]

const filter = (samples: Float32Array, [b0, b1, b2, a1, a2]: Filter): Float32Array => {
	const out = new Float32Array(samples.length)
	let [x1, x2, y1, y2] = [0, 0, 0, 0]
	for (const [at, x] of samples.entries()) {
		const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
		;[x2, x1, y2, y1] = [x1, x, y1, y]
		out[at] = y
	}
	return out
}

const rate = 48_000
const block = 0.4 * rate
const step = 0.1 * rate

const toLoudness = (power: number): number => -0.691 + 10 * Math.log10(power)
const mean = (values: readonly number[]): number =>
	values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)

/**
 * Integrated loudness of one channel in LUFS, gated (BS.1770-4): what is silent between words does not count. `-Infinity` where nothing is
 * louder than -70 LUFS or the sound is shorter than 0.4 s.
 *
 * @param samples - from -1 to 1, 48,000 a second
 */
export const measureLoudness = (samples: Float32Array): number => {
	const weighted = filter(filter(samples, shelf), highPass)
	const powers: number[] = []
	for (let at = 0; at + block <= weighted.length; at += step) {
		let sum = 0
		for (const one of weighted.subarray(at, at + block)) sum += one * one
		powers.push(sum / block)
	}
	const heard = powers.filter((power) => toLoudness(power) > -70)
	const gate = toLoudness(mean(heard)) - 10
	const loud = heard.filter((power) => toLoudness(power) > gate)
	return loud.length === 0 ? -Infinity : toLoudness(mean(loud))
}

/** The highest sample in dBFS: 0 is as loud as a file can be. */
export const measurePeak = (samples: Float32Array): number =>
	20 * Math.log10(samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0))
