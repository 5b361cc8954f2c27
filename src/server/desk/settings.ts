/** Lists what is set in this installation, by name: never a value, which may be a secret or name a person. */
import { operatorFields, readConfig, readOperator, type Operator } from '#platform'
import { findRecord } from '#server/process/record'

/** A setting, and whether the operator has given it. */
export type Setting = { name: string; isSet: boolean }

export type Settings = {
	state: Operator['state']
	/** Of `operator.yaml`. */
	record: Setting[]
	/** Of `operator.yaml` too, with rules of the house where nothing is given. */
	desk: Setting[]
	/** Of the environment. */
	environment: Setting[]
	/** The file says something else than when the process began: what holds is what it said then. */
	hasChanged: boolean
}

const toText = (operator: Operator): string => JSON.stringify(operator)

/** @throws AppError `operator.wrong` */
export const readSettings = async (): Promise<Settings> => {
	const { dataDir, origin, databaseUrl, canaryDomain, attachments, pagerUrl } = readConfig()
	const operator = await readOperator(dataDir)
	const atStart = findRecord()?.operator
	const missing = operator.state === 'live' ? [] : operator.missing
	const { hours, retention, exposure } = operator.desk
	const environment = {
		ORIGIN: origin,
		DATABASE_URL: databaseUrl,
		CANARY_DOMAIN: canaryDomain,
		ATTACHMENTS: attachments[0],
		PAGER_URL: pagerUrl,
	}
	return {
		state: operator.state,
		record: [
			...operatorFields.map((name) => ({ name, isSet: !missing.includes(name) })),
			{ name: 'witnesses', isSet: operator.witnesses.length > 0 },
		],
		desk: Object.entries({ hours, retention, exposure }).map(([name, value]) => ({
			name: `desk.${name}`,
			isSet: value !== undefined,
		})),
		environment: Object.entries(environment).map(([name, value]) => ({ name, isSet: value !== undefined })),
		hasChanged: atStart !== undefined && toText(atStart) !== toText(operator),
	}
}
