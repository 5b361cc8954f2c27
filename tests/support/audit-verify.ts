/** `npm run audit:verify` as its own process. */
import { spawnSync } from 'node:child_process'
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
