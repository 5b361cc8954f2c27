/** Asks registries who hosts something, where the operator has allowed it: never in a demonstration. */
import { AppError } from '#base'
import { lookup } from 'node:dns/promises'
import { createHostLookup } from '#domains/exchange/referrals/hosts/server'
import { createGuardedFetch, readConfig, readOperator } from '#platform'

/** True where a host name may leave this machine. */
export const mayAskRegistries = async (): Promise<boolean> => {
	const operator = await readOperator(readConfig().dataDir)
	return operator.state === 'live' && operator.exchange?.lookups === true
}

/**
 * @param note - writes down that it is asked, before it is
 * @throws AppError `referral.lookup-off`, and what `note` throws
 */
export const askWhoHosts = async (host: string, note: () => Promise<void>) => {
	if (!(await mayAskRegistries()))
		throw new AppError('referral.lookup-off', 409, 'asking registries: the operator has not allowed it')
	await note()
	const { dataDir, loopbackPartners } = readConfig()
	const ask = createHostLookup({
		dataDir,
		now: () => new Date(),
		resolve: async (name) => (await lookup(name, { all: true })).map(({ address }) => address),
		openFetch: (allow) => createGuardedFetch({ allow, loopback: loopbackPartners }),
	})
	return ask(host)
}
