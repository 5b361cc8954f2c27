/** The schemas of XARF 4.2 as they are published, in `shared/standards/xarf`. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'

/** @param shared - folder of the standard. Answer: what a report has that the schemas do not take. */
export const readXarfSchemas = (shared: string): ((value: unknown) => (string | undefined)[]) => {
	const folder = join(shared, 'schemas-v4')
	const ajv = new Ajv2020({ strict: false, allErrors: true })
	ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u)
	ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/u)
	ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/u)
	ajv.addFormat('uri', (text) => URL.canParse(text))
	ajv.addFormat('email', /^\S+@\S+$/u)
	ajv.addFormat('hostname', /^[a-z0-9.-]+$/u)
	ajv.addFormat('ipv4', /^\d+(\.\d+){3}$/u)
	ajv.addFormat('ipv6', /^[0-9a-f:]+$/iu)
	for (const file of globSync('{xarf-core,types/*}.json', { cwd: folder }))
		ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object)
	const master = JSON.parse(readFileSync(join(folder, 'xarf-v4-master.json'), 'utf8')) as object
	const validate = ajv.compile(master)
	return (value) => (validate(value) ? [] : (validate.errors ?? []).map(({ message }) => message))
}
