/**
 * `npm run keys:drill`: a fire drill for keys with made-up people and a made-up report. Makes root, escrow, two analysts and an epoch,
 * loses the analysts, restores with three shares and the public `age` program, destroys the epoch, and prints what held as a
 * note signed with the drill key of this installation. Ends 1 when a step fails. Touches nothing of the real key store.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, type Result } from '../src/lib/base/index.ts'
import {
	makeAnalystKey,
	makeEpoch,
	makeEscrow,
	makeRoot,
	openEpoch,
	planEpoch,
	restoreEscrow,
	signWithRoot,
	toEpochText,
	unlockAnalystKey,
	wrapSecret,
} from '../src/lib/domains/people/keys/index.ts'
import {
	addGroupKey,
	agreeTo,
	askFor,
	backUpKeys,
	endGroupKey,
	findWrap,
	publishEpoch,
	removeWraps,
} from '../src/lib/domains/people/server/keys/index.ts'
import { explainFailure, getKey } from '../src/lib/platform/server/index.ts'
import { openText, seal, type Identity } from '../src/lib/tools/seal/sealed/index.ts'
import { formatNote, makeSigner, signNote, toVerifierKey } from '../src/lib/tools/seal/signed-note/index.ts'
import { openInstallation } from './installation.ts'

const report = 'A made-up report: nobody wrote it and it is about nobody.'
const folder = mkdtempSync(join(tmpdir(), 'thiqa-drill-'))
const dataDir = join(folder, 'data')
const now = new Date()
const lines: string[] = []

const get = <Value>(result: Result<Value> | Result<Value, string>): Value => {
	if (result.ok) return result.value
	throw new Error('code' in result ? result.code : result.issues.map(({ message }) => message).join(', '))
}
const check = (what: string, isSo: boolean): void => {
	if (!isSo) throw new Error(`FAILED: ${what}`)
	lines.push(what)
	console.error(`held: ${what}`)
}

/** Opens a file with the public program. */
const runAge = (identity: string, file: Uint8Array): string => {
	const path = join(folder, `${randomUUID()}.key`)
	writeFileSync(path, `${identity}\n`, { mode: 0o600 })
	const { status, stdout, error } = spawnSync('age', ['-d', '-i', path], { input: file })
	writeFileSync(path, randomBytes(80))
	if (error) throw new Error('the age program is not here: apt-get install age')
	if (status !== 0) throw new Error('age does not open the file')
	// The first line of a padded text is its length.
	return stdout.subarray(11, 11 + Number(stdout.subarray(0, 10).toString())).toString()
}

const makePerson = async () => {
	const passphrase = randomBytes(16).toString('hex')
	const key = await makeAnalystKey(passphrase)
	return { id: randomUUID(), key, unlocked: get(await unlockAnalystKey(key.wrapped, passphrase)) }
}

const run = async (): Promise<void> => {
	const [root, escrow] = [await makeRoot(), await makeEscrow()]
	const [one, other] = [await makePerson(), await makePerson()]
	const span = planEpoch([], now)
	const { key, text } = await makeEpoch(span.id)
	const wrapFor = async (recipient: string) => get(await wrapSecret(text, recipient))
	const wraps = new Map([
		[one.id, await wrapFor(one.key.recipient)],
		[other.id, await wrapFor(other.key.recipient)],
	])
	const escrowWrap = await wrapFor(escrow.recipient)
	await addGroupKey(dataDir, { key, span, wraps }, now)
	const note = get(await signWithRoot(toEpochText(key, span), root.shares.slice(1, 4)))
	await publishEpoch(dataDir, span.id, {
		note,
		rootKey: root.verifierKey,
		now,
		start: () => Promise.resolve(),
	})
	check('an epoch was made, wrapped for two analysts, and published with three shares of the root', true)

	const sealed = get(await seal(report, key.recipient))
	const openAs = async (person: {
		id: string
		unlocked: { identity: Identity }
	}): Promise<string | undefined> => {
		const wrap = await findWrap(dataDir, span.id, person.id)
		const epoch = wrap && (await openEpoch(wrap, person.unlocked.identity, key))
		return epoch?.ok ? get(await openText(sealed, epoch.value.identity)) : undefined
	}
	await backUpKeys({ dataDir, into: join(folder, 'backups') }, now)
	await removeWraps(dataDir, [one.id])
	check(
		'one analyst lost: the other opens the report',
		(await openAs(one)) === undefined && (await openAs(other)) === report,
	)
	await removeWraps(dataDir, [other.id])
	check('all analysts lost: nobody opens the report', (await openAs(other)) === undefined)
	check('two shares of the escrow restore nothing', !(await restoreEscrow(escrow.shares.slice(0, 2))).ok)

	const restored = get(
		await restoreEscrow([escrow.shares[4] ?? '', escrow.shares[0] ?? '', escrow.shares[2] ?? '']),
	)
	const secret = runAge(restored, escrowWrap)
	const { identity } = JSON.parse(secret) as { identity: string }
	check('three shares and the age program open the epoch and the report', runAge(identity, sealed) === report)

	const newcomer = await makePerson()
	const wrap = get(await wrapSecret(secret, newcomer.key.recipient))
	const asked = { act: 'hand-over', subject: span.id, askedBy: randomUUID() } as const
	const supervisor = { id: randomUUID(), roles: ['supervisor'] as const }
	const second = { person: supervisor, mayReceive: () => Promise.resolve(true) }
	const handOver = await askFor(dataDir, { ...asked, receiver: newcomer.id, wrap }, now)
	await agreeTo(dataDir, handOver.id, second, now)
	check('a new analyst opens the report after two persons agreed', (await openAs(newcomer)) === report)

	await endGroupKey(dataDir, span.id, new Date(`${addDays(span.ends, 1)}T00:00:00Z`))
	const destruction = await askFor(dataDir, { act: 'destroy', subject: span.id, askedBy: randomUUID() }, now)
	const { certificate } = await agreeTo(dataDir, destruction.id, second, now)
	await backUpKeys({ dataDir, into: join(folder, 'backups') }, new Date(now.getTime() + 1000))
	check(
		'destroyed by two persons, with a certificate: nobody opens the report',
		certificate !== undefined && (await openAs(newcomer)) === undefined,
	)
}

const printSigned = async (dataOfInstallation: string): Promise<void> => {
	const signer = await makeSigner('thiqa/drill', 'ed25519', await getKey(dataOfInstallation, 'drill'))
	const text = ['thiqa key drill v1', `${now.toISOString().slice(0, 13)}:00Z`, ...lines, ''].join('\n')
	console.log(formatNote({ text, signatures: [await signNote(text, signer)] }))
	console.error(`To check it: ${toVerifierKey(signer.key)}`)
}

const drill = async (): Promise<void> => {
	const installation = openInstallation('keys:drill')
	await run()
	await printSigned(installation.dataDir)
}

drill()
	.catch((error: unknown) => {
		console.error(explainFailure(error))
		process.exitCode = 1
	})
	.finally(() => rmSync(folder, { recursive: true, force: true }))
