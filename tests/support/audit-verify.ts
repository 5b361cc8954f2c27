/** `npm run audit:verify` as its own process. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { shortLived } from './child.ts'

/** Runs it with these options; `said` is all that it prints. */
export const runAuditVerify = (
	options: readonly string[],
	env: Readonly<Record<string, string>> = {},
): { status: number | null; said: string } => {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[...shortLived, 'scripts/audit-verify.ts', ...options],
		{
			env: { ...process.env, ORIGIN: '', DATABASE_URL: '', ...env },
			encoding: 'utf8',
		},
	)
	return { status, said: `${stdout}${stderr}` }
}

/** The same for a record that the test itself serves meanwhile. */
export const askAuditVerify = async (
	options: readonly string[],
): Promise<{ status: number | null; said: string }> => {
	const child = spawn(process.execPath, [...shortLived, 'scripts/audit-verify.ts', ...options])
	let said = ''
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (text: Buffer) => (said += text.toString()))
	const [status] = (await once(child, 'close')) as [number | null]
	return { status, said }
}
