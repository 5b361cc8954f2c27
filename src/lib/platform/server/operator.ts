/**
 * Reads the operator of an installation: `<dataDir>/operator.yaml`, written by people. Until it is complete the hotline is a
 * demonstration and says so on every page.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { parse } from 'yaml'
import { AppError, failed, languages, ok, type Issue, type Language, type Result } from '#base'
import { parseVerifierKey, type NoteKey } from '#tools/seal/signed-note'
import { deskSettings, type DeskSettings } from './operator-desk.ts'
import { mailSettings, type MailSettings } from './operator-mail.ts'

/** Words of the operator: Arabic and French at least. */
export type OperatorWords = Readonly<{ ar: string; fr: string } & Partial<Record<Language, string>>>

/** An outside body that adds its word to checkpoints of the public record, and the address of its program. */
export type Witness = { name: OperatorWords; key: NoteKey; url: string }

/** All that must be known before a child may write to a real desk. */
export type LiveOperator = {
	name: OperatorWords
	/** The texts that allow this body to run a hotline. */
	legalBasis: OperatorWords
	/** Contact of the body itself, for questions about the hotline. */
	contact: { email: string; phone?: string; address?: OperatorWords }
	/** Hours in which somebody reads reports. */
	hours: OperatorWords
	/** Signs the keys of the hotline; its secret half lies offline. */
	rootKey: NoteKey
	/** The five people who hold a share each of the escrow key. */
	escrowHolders: readonly string[]
	goLive: {
		approvedBy: string
		/** `2026-11-24` */
		on: string
	}
}

/** Settings of work with partners. `lookups`: true, registries may be asked who hosts what is referred; they learn its name or address. */
export type ExchangeSettings = { lookups: boolean }

/** `mail`: left out, no mail leaves by itself. `exchange`: left out, nobody is asked anything. */
export type Operator = {
	witnesses: readonly Witness[]
	/** Witnesses that must have signed a checkpoint before it is shown; 0 in a demonstration. */
	quorum: number
	desk: DeskSettings
	mail?: MailSettings
	exchange?: ExchangeSettings
} & (
	| { state: 'live'; record: LiveOperator }
	/** `missing`: names of the fields that are not there yet, in the order of the file. */
	| { state: 'demonstration'; missing: readonly string[] }
)

const line = v.pipe(
	v.string('a text'),
	v.trim(),
	v.minLength(1, 'a text'),
	v.maxLength(2_000, 'at most 2,000 characters'),
)
const words = v.strictObject(
	{ ar: line, fr: line, zgh: v.exactOptional(line), en: v.exactOptional(line) },
	`a text in ar and fr, and in ${languages.slice(2).join(', ')} if there is one`,
)
const verifierKey = (type: NoteKey['type'], wanted: string) =>
	v.pipe(
		line,
		v.rawTransform(({ dataset, addIssue, NEVER }): NoteKey => {
			const key = parseVerifierKey(dataset.value)
			if (key.ok && key.value.type === type) return key.value
			addIssue({ message: wanted })
			return NEVER
		}),
	)
const day = v.pipe(
	v.union([
		line,
		v.pipe(
			v.date(),
			v.transform((date) => date.toISOString().slice(0, 10)),
		),
	]),
	v.isoDate('a day, 2026-11-24'),
)

const fields = {
	name: words,
	legalBasis: words,
	contact: v.strictObject(
		{
			email: v.pipe(line, v.email('an e-mail address')),
			phone: v.exactOptional(line),
			address: v.exactOptional(words),
		},
		'email, and phone and address if there is one',
	),
	hours: words,
	rootKey: verifierKey('ed25519', 'a verifier key of type Ed25519: <name>+<8 hex digits>+<base64>'),
	escrowHolders: v.pipe(
		v.array(line, 'a list of names'),
		v.length(5, 'the names of five people'),
		v.check((names) => new Set(names).size === names.length, 'five different people'),
	),
	goLive: v.strictObject({ approvedBy: line, on: day }, 'approvedBy and on'),
}

/** Names of the fields that must be there before the hotline is live, in the order of the file. */
export const operatorFields: readonly string[] = Object.keys(fields)

/** In clear only to this machine, which a demonstration may do. */
const isWitnessUrl = (text: string): boolean => {
	const url = URL.parse(text)
	const isPlain = url?.username === '' && url.password === '' && url.search === '' && url.hash === ''
	const isHere = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
	return isPlain && (url.protocol === 'https:' || isHere) && !text.endsWith('/')
}

const witness = v.strictObject(
	{
		name: words,
		key: verifierKey('cosignature', 'a verifier key of a witness: <name>+<8 hex digits>+<base64>'),
		url: v.pipe(line, v.check(isWitnessUrl, 'an https:// address without account, query and last slash')),
	},
	'name, key and url',
)
const file = v.strictObject(
	{
		...v.entriesFromObjects([v.partial(v.object(fields))]),
		witnesses: v.optional(
			v.pipe(
				v.array(witness, 'a list of witnesses'),
				v.maxLength(20, 'at most 20 witnesses'),
				v.check(
					(list) => new Set(list.map(({ key }) => `${key.name}+${key.id}`)).size === list.length,
					'each key once',
				),
			),
			[],
		),
		quorum: v.exactOptional(
			v.pipe(v.number('a number'), v.integer('a whole number'), v.minValue(1, 'at least 1')),
		),
		desk: v.optional(deskSettings, {}),
		mail: v.exactOptional(mailSettings),
		exchange: v.exactOptional(v.strictObject({ lookups: v.boolean('true or false') }, 'lookups')),
	},
	`fields among ${[...operatorFields, 'witnesses', 'quorum', 'desk', 'mail', 'exchange'].join(', ')}`,
)
const complete = v.object(fields)

const noWitness =
	'wanted at least one, better three: without a witness outside nobody would see that the record of a real hotline was written anew (docs/running.md, section 12)'

const readYaml = (text: string): Result<unknown> => {
	try {
		return ok((parse(text) as unknown) ?? {})
	} catch (error) {
		return failed({ path: '', message: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '' })
	}
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

/**
 * Reads the text of an operator file. A field that is not there, or empty, makes it a demonstration; a field that is there and
 * wrong is an issue whose `path` is its name.
 */
export const parseOperator = (text: string): Result<Operator> => {
	const yaml = readYaml(text)
	if (!yaml.ok) return yaml
	const given: unknown =
		typeof yaml.value === 'object' && yaml.value !== null && !Array.isArray(yaml.value)
			? Object.fromEntries(Object.entries(yaml.value).filter(([, value]) => !isEmpty(value)))
			: yaml.value
	const parsed = v.safeParse(file, given)
	if (!parsed.success) {
		const toIssue = (issue: v.BaseIssue<unknown>): Issue => ({
			path: v.getDotPath(issue) ?? '',
			message: `wanted ${issue.message}`,
		})
		const [first, ...rest] = parsed.issues
		return failed(toIssue(first), ...rest.map(toIssue))
	}
	const { witnesses, quorum: asked, desk, mail, exchange, ...record } = parsed.output
	const quorum = asked ?? Math.floor(witnesses.length / 2) + 1
	const settings = {
		witnesses,
		desk,
		...(mail === undefined ? {} : { mail }),
		...(exchange === undefined ? {} : { exchange }),
	}
	const whole = v.safeParse(complete, given)
	if (whole.success) {
		if (witnesses.length === 0) return failed({ path: 'witnesses', message: noWitness })
		if (quorum > witnesses.length)
			return failed({
				path: 'quorum',
				message: `wanted at most ${witnesses.length}, as many as there are witnesses`,
			})
		return ok({ state: 'live', record: whole.output, quorum, ...settings })
	}
	const missing = operatorFields.filter((name) => !(name in record))
	return ok({ state: 'demonstration', missing, quorum: 0, ...settings })
}

/**
 * The operator of this installation; without a file a demonstration.
 * @throws AppError `operator.wrong` naming each wrong field: what people wrote must not be half believed
 */
export const readOperator = async (dataDir: string): Promise<Operator> => {
	const path = join(dataDir, 'operator.yaml')
	const text = await readFile(path, 'utf8').catch((error: unknown) => {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
		throw error
	})
	const parsed = parseOperator(text)
	if (parsed.ok) return parsed.value
	const lines = parsed.issues.map((issue) => `  ${issue.path}: ${issue.message}`)
	throw new AppError('operator.wrong', 500, `Reading ${path}: cannot start.\n${lines.join('\n')}`)
}
