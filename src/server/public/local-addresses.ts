import { networkInterfaces } from 'node:os'

/** Addresses under which other machines of the local network reach this one. */
export const findAddresses = (port: number): string[] =>
	Object.values(networkInterfaces())
		.flatMap((list) => list ?? [])
		.filter(({ family, internal }) => family === 'IPv4' && !internal)
		.map(({ address }) => `http://${address}:${port}`)
