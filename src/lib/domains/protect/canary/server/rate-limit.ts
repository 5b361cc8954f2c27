import { randomInt } from 'node:crypto'

/** Places in which askers are counted; two that share one are counted together. */
const places = 8192

/** The network of an address: what an attacker can choose within is one asker. */
const toNetwork = (address: string): string => {
	const bare = address.replace(/^::ffff:(?=\d+\.)/u, '')
	if (!bare.includes(':')) return bare.slice(0, bare.lastIndexOf('.'))
	const [before = ''] = bare.split('::')
	return before.split(':').slice(0, 3).join(':')
}

/**
 * Limits answers a second, for each network that asks and in all. It keeps numbers in places that a random start decides,
 * for one second; no address is kept.
 */
export const createRateLimit = (
	{ perNetwork, inAll }: { perNetwork: number; inAll: number },
	now: () => number = Date.now,
): ((address: string) => boolean) => {
	const counts = new Uint16Array(places)
	const seed = randomInt(2 ** 31)
	let second = 0
	let total = 0
	const findPlace = (address: string): number => {
		let hash = seed
		for (const character of toNetwork(address))
			hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
		return (hash ^ (hash >>> 15)) & (places - 1)
	}
	return (address) => {
		const current = Math.floor(now() / 1000)
		if (current !== second) {
			second = current
			total = 0
			counts.fill(0)
		}
		const place = findPlace(address)
		const count = counts[place] ?? 0
		if (count >= perNetwork || total >= inAll) return false
		counts[place] = count + 1
		total++
		return true
	}
}
