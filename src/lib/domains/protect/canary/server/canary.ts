/**
 * The canary helper as one thing: the name server of the canary domain, and two web answers, one behind each address.
 * `scripts/canary.ts` reads the environment and starts it.
 */
import { makeCanaryZone } from '#tools/dns-filter/canary-zone'
import type { CanaryConfig } from './canary-config.ts'
import { startNameServer } from './name-server.ts'
import { startWebAnswers } from './web-answers.ts'

export type Canary = {
	/** Ports on which it listens. */
	ports: { dns: number; web: number; safeWeb: number }
	/** Numbers of what happened since the last time somebody asked: all that is ever written down. */
	takeCounts: () => { answered: number; refused: number; dropped: number; reached: number }
	close: () => Promise<void>
}

/** Starts all parts, or none. */
export const startCanary = async ({ place, site, dns, web, safeWeb }: CanaryConfig): Promise<Canary> => {
	const started: { close: () => Promise<void> }[] = []
	const keep = <Part extends { close: () => Promise<void> }>(part: Part): Part => {
		started.push(part)
		return part
	}
	const close = async (): Promise<void> => void (await Promise.all(started.map((part) => part.close())))
	try {
		const { domain } = place
		const names = keep(await startNameServer(makeCanaryZone(place), dns))
		const plain = keep(await startWebAnswers({ domain, site, at: 'plain' }, web))
		const safe = keep(await startWebAnswers({ domain, site, at: 'safe' }, safeWeb))
		return {
			ports: { dns: names.port, web: plain.port, safeWeb: safe.port },
			takeCounts: () => ({ ...names.takeCounts(), reached: plain.takeCount() + safe.takeCount() }),
			close,
		}
	} catch (error) {
		await close()
		throw error
	}
}
