const pool = new Uint32Array(256)
let next = pool.length

/** A word of the system's generator, asked for 1 KB at a time; what was given out is wiped, since it would tell the noise. */
export const drawSystemWord = (): number => {
	if (next === pool.length) {
		crypto.getRandomValues(pool)
		next = 0
	}
	const word = pool[next] ?? 0
	pool[next++] = 0
	return word
}
