/** The environment, read once at start: every variable that the operator may set, and what it must hold. */
import { resolve } from 'node:path'
import * as v from 'valibot'
import { AppError, failed, ok, type Issue, type Result } from '#base'
import { isHostName } from '#tools/dns-filter'
import { parseVerifierKey, type NoteKey } from '#tools/seal/signed-note'
import { findWantedOfAddress } from './database-address.ts'

/** Parts of the product that may be alive in a process. */
const processRoles = ['site', 'classroom', 'intake', 'desk', 'exchange', 'jobs'] as const
export type ProcessRole = (typeof processRoles)[number]

/** Kinds of files that may go along with a report; the operator switches them on. */
const attachmentKinds = ['voice', 'screenshot'] as const
export type AttachmentSwitch = (typeof attachmentKinds)[number]

const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

export type Config = {
	port: number
	host: string
	/** Absolute path of the folder that holds the embedded database and files. */
	dataDir: string
	/** Address of a PostgreSQL server; `undefined`: the embedded database in `dataDir`. Holds a password. */
	databaseUrl: string | undefined
	/** Address under which the public sees us, without a path; `undefined`: as the request says. */
	origin: string | undefined
	/** Socket of the process that signs the public record; `undefined`: its key is in `dataDir`. */
	logSigner: string | undefined
	/** Public key of a record that another process continues; `undefined`: this one does. */
	logKey: NoteKey | undefined
	/** Address of the same service over Tor, `http://….onion`; `undefined`: there is none. */
	onion: string | undefined
	/** Domain of the operator's canary names (docs/canary.md); `undefined`: the site checks no protection by itself. */
	canaryDomain: string | undefined
	/** Files that reporters may send along, sealed; none unless the operator has the legal cover (docs/running.md). */
	attachments: readonly AttachmentSwitch[]
	/** True when devices do a little work before they send a report; off only in an emergency. */
	proofOfWork: boolean
	/** Rung while a report of danger waits unopened; `undefined`: nobody is called. Whoever knows it can ring. */
	pagerUrl: string | undefined
	/** Address for reports of a weakness, in `security.txt`, written at the build; `undefined`: the site's page on privacy. */
	securityContact: string | undefined
	/** Key to encrypt such a report with, and the operator's policy, named there too; `undefined`: the line is left out. */
	securityKey: string | undefined
	securityPolicy: string | undefined
	/** True where partners may be programs on this machine, asked in clear: for a demonstration, never with a real partner. */
	loopbackPartners: boolean
	logLevel: LogLevel
	/** In the order of {@link processRoles}, each once. */
	roles: readonly ProcessRole[]
	/** Key that opens the teacher's page of a classroom; made at each start of a classroom. */
	classroomKey: string | undefined
}

const text = (wanted: string, isRight: (value: string) => boolean) =>
	v.pipe(v.string(wanted), v.check(isRight, wanted))

/** An address with a line break in it would parse: such a break is left out, and would stand in a file or header that is made of it. */
const parsesAs = (protocols: readonly string[]) => (value: string) =>
	!/[\s\p{Cc}]/u.test(value) && protocols.includes(URL.parse(value)?.protocol ?? '')

const isPublicAddress = (value: string) => {
	const url = URL.parse(value)
	return parsesAs(['http:', 'https:'])(value) && `${url?.origin}/` === url?.href
}

/** True for an address over which nothing is sent in clear: https, or a program on this machine. */
const isPagerAddress = (value: string) => {
	const url = URL.parse(value)
	if (!url || url.username !== '' || url.password !== '') return false
	const isHere = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(url.hostname)
	return url.protocol === 'https:' || (url.protocol === 'http:' && isHere)
}

const splitList = (value: string) => value.split(',').map((name) => name.trim())
const isProcessRole = (name: string): name is ProcessRole =>
	(processRoles as readonly string[]).includes(name)

const environment = v.object({
	PORT: v.pipe(
		text(
			'a whole number from 1 to 65535',
			(value) => /^\d{1,5}$/.test(value) && +value >= 1 && +value <= 65_535,
		),
		v.transform(Number),
	),
	HOST: text('an IP address or a host name', (value) => /^[\w.:-]{1,253}$/.test(value)),
	DATA_DIR: v.pipe(
		text('the path of a folder', (value) => !value.includes('\0')),
		v.transform((value) => resolve(value)),
	),
	DATABASE_URL: v.optional(v.string()),
	ORIGIN: v.optional(
		v.pipe(
			text('an http:// or https:// address without path, query or account', isPublicAddress),
			v.transform((value) => new URL(value).origin),
		),
	),
	ONION: v.optional(
		text('http:// and the 56 letters of an onion address of version 3, without a path', (value) =>
			/^http:\/\/[a-z2-7]{56}\.onion$/u.test(value),
		),
	),
	LOG_SIGNER: v.optional(text('the path of a socket, from / on', (value) => /^\/[^\0]{1,106}$/u.test(value))),
	LOG_KEY: v.optional(
		v.pipe(
			v.string(),
			v.rawTransform(({ dataset, addIssue, NEVER }): NoteKey => {
				const key = parseVerifierKey(dataset.value.trim())
				if (key.ok && key.value.type === 'ed25519') return key.value
				addIssue({ message: 'the verifier key of the record, as npm run log-signer prints it' })
				return NEVER
			}),
		),
	),
	CANARY_DOMAIN: v.optional(
		v.pipe(
			v.string(),
			v.trim(),
			v.toLowerCase(),
			v.check(isHostName, 'a host name such as canary.your.name'),
		),
	),
	ATTACHMENTS: v.optional(
		v.pipe(
			text(`a comma list of ${attachmentKinds.join(', ')}`, (value) =>
				splitList(value).every((name) => (attachmentKinds as readonly string[]).includes(name)),
			),
			v.transform((value) => attachmentKinds.filter((kind) => splitList(value).includes(kind))),
		),
	),
	PROOF_OF_WORK: v.pipe(
		v.picklist(['on', 'off'], 'on or off'),
		v.transform((value) => value === 'on'),
	),
	PAGER_URL: v.optional(
		text('an https:// address without an account, or an http:// address of this machine', isPagerAddress),
	),
	LOOPBACK_PARTNERS: v.pipe(
		v.picklist(['on', 'off'], 'on or off'),
		v.transform((value) => value === 'on'),
	),
	SECURITY_CONTACT: v.optional(
		text('a mailto:, https: or tel: address', parsesAs(['mailto:', 'https:', 'tel:'])),
	),
	SECURITY_KEY: v.optional(
		text('an https:, dns: or openpgp4fpr: address', parsesAs(['https:', 'dns:', 'openpgp4fpr:'])),
	),
	SECURITY_POLICY: v.optional(text('an https: address', parsesAs(['https:']))),
	LOG_LEVEL: v.picklist(logLevels, `one of ${logLevels.join(', ')}`),
	THIQA_CLASSROOM_KEY: v.optional(
		text('16 to 64 letters or digits', (value) => /^[a-z0-9]{16,64}$/iu.test(value)),
	),
	THIQA_ROLES: v.pipe(
		text(`a comma list of ${processRoles.join(', ')}`, (value) => splitList(value).every(isProcessRole)),
		v.transform((value) => processRoles.filter((role) => splitList(value).includes(role))),
	),
})

const defaults = {
	PORT: '8080',
	HOST: '127.0.0.1',
	DATA_DIR: 'data',
	LOG_LEVEL: 'info',
	PROOF_OF_WORK: 'on',
	LOOPBACK_PARTNERS: 'off',
	THIQA_ROLES: 'site,intake,desk,exchange',
}

// An address may hold a password, and so may anything with an @ that landed in the wrong variable.
const mayBeSecret = (name: string, value: string) =>
	['DATABASE_URL', 'PAGER_URL', 'THIQA_CLASSROOM_KEY'].includes(name) || value.includes('@')

const toIssue = (name: string, value: string | undefined, wanted: string): Issue => ({
	path: name,
	message:
		value === undefined || mayBeSecret(name, value)
			? `wanted ${wanted}`
			: `holds ${JSON.stringify(value.slice(0, 60))}, wanted ${wanted}`,
})

/** Where weaknesses are reported. */
const toSecurity = (env: v.InferOutput<typeof environment>) => ({
	securityContact: env.SECURITY_CONTACT,
	securityKey: env.SECURITY_KEY,
	securityPolicy: env.SECURITY_POLICY,
})

/** Where the key of the public record is. */
const toRecordKey = ({ LOG_SIGNER, LOG_KEY }: v.InferOutput<typeof environment>) => ({
	logSigner: LOG_SIGNER,
	logKey: LOG_KEY,
})

const findSecondKey = ({ LOG_SIGNER, LOG_KEY }: v.InferOutput<typeof environment>): Issue[] =>
	LOG_SIGNER === undefined || LOG_KEY === undefined
		? []
		: [toIssue('LOG_KEY', undefined, 'nothing beside LOG_SIGNER: the record is continued by one process')]

/**
 * Reads the configuration from environment variables. An empty variable counts as not set, because compose
 * files pass those. Every wrong variable is one issue; `issue.path` is its name.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Result<Config> {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
	const parsed = v.safeParse(environment, { ...defaults, ...given })
	const lacking = given['DATABASE_URL'] && findWantedOfAddress(given['DATABASE_URL'], given)
	const ofAddress = lacking ? [toIssue('DATABASE_URL', undefined, lacking)] : []
	if (!parsed.success) {
		const issues = parsed.issues.map((issue) => {
			const name = v.getDotPath(issue) ?? ''
			return toIssue(name, given[name], issue.message)
		})
		return failed(...issues, ...ofAddress)
	}
	const [wrong] = [...ofAddress, ...findSecondKey(parsed.output)]
	if (wrong) return failed(wrong)
	const {
		PORT,
		HOST,
		DATA_DIR,
		DATABASE_URL,
		ORIGIN,
		ONION,
		CANARY_DOMAIN,
		ATTACHMENTS,
		PROOF_OF_WORK,
		PAGER_URL,
		LOOPBACK_PARTNERS,
		LOG_LEVEL,
		THIQA_ROLES,
		THIQA_CLASSROOM_KEY,
	} = parsed.output
	return ok({
		port: PORT,
		host: HOST,
		dataDir: DATA_DIR,
		databaseUrl: DATABASE_URL,
		origin: ORIGIN,
		onion: ONION,
		...toRecordKey(parsed.output),
		canaryDomain: CANARY_DOMAIN,
		attachments: ATTACHMENTS ?? [],
		proofOfWork: PROOF_OF_WORK,
		pagerUrl: PAGER_URL,
		loopbackPartners: LOOPBACK_PARTNERS,
		...toSecurity(parsed.output),
		logLevel: LOG_LEVEL,
		roles: THIQA_ROLES,
		classroomKey: THIQA_CLASSROOM_KEY,
	})
}

/**
 * The configuration of this process.
 * @throws AppError `config.wrong` naming each wrong variable: the process must not start.
 */
export function readConfig(): Config {
	const parsed = parseConfig(process.env)
	if (parsed.ok) return parsed.value
	const lines = parsed.issues.map((issue) => `  ${issue.path}: ${issue.message}`)
	throw new AppError('config.wrong', 500, `Reading the environment: cannot start.\n${lines.join('\n')}`)
}
