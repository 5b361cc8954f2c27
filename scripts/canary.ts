/**
 * `npm run canary`: runs the canary helper of an operator (docs/canary.md).
 * `npm run canary -- zone` prints the zone file instead, for another name server or to look at.
 */
import { hour } from '#base'
import {
	parseCanaryConfig,
	startCanary,
	type Canary,
	type CanaryConfig,
} from '#domains/protect/canary/server'
import { makeCanaryZone, toZoneFile } from '#tools/dns-filter/canary-zone'

/** Says on one screen why the helper does not start. */
const giveUp = (reason: string): never => {
	console.error(`The canary helper cannot start: ${reason}`)
	process.exit(1)
}

const readConfig = (): CanaryConfig => {
	const parsed = parseCanaryConfig(process.env)
	if (parsed.ok) return parsed.value
	const lines = parsed.issues.map(({ path, message }) => `  ${path}: ${message}`)
	return giveUp(`reading the environment.\n${lines.join('\n')}`)
}

const remedies: Readonly<Record<string, string>> = {
	EACCES: 'this account may not use that port: give it CAP_NET_BIND_SERVICE, or set CANARY_DNS_LISTEN',
	EADDRINUSE:
		'another program listens there; on port 53 often systemd-resolved: listen on the public address only',
	EADDRNOTAVAIL: 'this machine has no such address',
}

const toReason = (error: unknown): string => {
	const {
		code = '',
		message,
		address,
		port,
	} = error as NodeJS.ErrnoException & { address?: string; port?: number }
	return `${address ?? ''}:${port ?? ''}: ${remedies[code] ?? message}`
}

const log = (event: string, fields: Readonly<Record<string, number>>): void =>
	console.log(JSON.stringify({ level: 'info', time: new Date().toISOString(), event, ...fields }))

const run = async (config: CanaryConfig): Promise<void> => {
	const canary: Canary = await startCanary(config)
	log('canary.ready', canary.ports)
	console.error(`The canary helper answers for ${config.place.domain}, and for pages of ${config.site}.`)
	const logCounts = (): void => log('canary.counts', canary.takeCounts())
	const timer = setInterval(logCounts, hour)
	const stop = (): void => {
		clearInterval(timer)
		logCounts()
		void canary.close().then(() => process.exit(0))
	}
	process.once('SIGTERM', stop).once('SIGINT', stop)
}

const [command, ...more] = process.argv.slice(2)
if (more.length > 0 || (command !== undefined && command !== 'zone'))
	giveUp(`${JSON.stringify(command)} is unknown, wanted nothing or "zone"`)
const config = readConfig()
if (command === 'zone') process.stdout.write(toZoneFile(makeCanaryZone(config.place)))
else run(config).catch((error: unknown) => giveUp(toReason(error)))
