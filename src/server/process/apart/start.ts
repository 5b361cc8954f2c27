import { readOperator, type Config } from '#platform'
import { setDeskRules } from '../desk-rules.ts'
import { holdOperator } from './held-operator.ts'

/** Learns what pages of report and mailbox tell of the operator, in a process that has no database. */
export const learnOperator = async ({ dataDir }: Pick<Config, 'dataDir'>): Promise<void> => {
	const operator = await readOperator(dataDir)
	holdOperator(operator)
	setDeskRules(operator.desk)
}
