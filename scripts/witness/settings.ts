/** `witness.yaml`: the name of a witness and the records that it watches, written by whoever runs it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { parse } from 'yaml'
import { parseVerifierKey, type NoteKey } from '../../src/lib/tools/seal/signed-note/index.ts'

const example = `name: witness.your.name/w1
records:
  - their.name/record+12345678+AbCd...`

const recordKey = v.pipe(
	v.string('a verifier key in quotes or not: <name>+<8 hex digits>+<base64>'),
	v.rawTransform(({ dataset, addIssue, NEVER }): NoteKey => {
		const key = parseVerifierKey(dataset.value.trim())
		if (key.ok && key.value.type === 'ed25519') return key.value
		addIssue({ message: 'the verifier key of a record (its page /record shows it), whole and unchanged' })
		return NEVER
	}),
)

const file = v.strictObject({
	name: v.pipe(
		v.string('a name'),
		v.regex(
			/^[^\s+]{1,200}$/u,
			'a name of this witness without spaces and plus, such as witness.your.name/w1',
		),
	),
	records: v.pipe(v.array(recordKey, 'a list of verifier keys'), v.minLength(1, 'one record at least')),
})

/** Name of a witness, and the keys by origin of the records that it signs for. */
export type WitnessSettings = { name: string; records: ReadonlyMap<string, readonly NoteKey[]> }

/** Reads `witness.yaml` of a folder. @throws with each wrong field, and with an example where there is no such file */
export const readSettings = async (folder: string): Promise<WitnessSettings> => {
	const path = join(folder, 'witness.yaml')
	const text = await readFile(path, 'utf8').catch(() => undefined)
	if (text === undefined) throw new Error(`${path} is not there. Write it:\n${example}`)
	const parsed = v.safeParse(file, parse(text))
	if (!parsed.success) {
		const lines = parsed.issues.map((issue) => `  ${v.getDotPath(issue) ?? ''}: wanted ${issue.message}`)
		throw new Error(`${path} is wrong.\n${lines.join('\n')}`)
	}
	const { name, records } = parsed.output
	return { name, records: Map.groupBy(records, (key) => key.name) }
}
