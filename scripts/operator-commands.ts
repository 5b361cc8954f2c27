/** Commands of the operator that work on an installation: the name in `npm run`, and the script. `as-service` runs these and no others. */
export const operatorCommands: Readonly<Record<string, string>> = {
	'setup:desk': 'setup-desk.ts',
	'audit:verify': 'audit-verify.ts',
	'clock:confirm': 'clock-confirm.ts',
	'keys:backup': 'keys-backup.ts',
	'keys:restore': 'keys-restore.ts',
	'keys:drill': 'keys-drill.ts',
	'keys:ceremony': 'keys-ceremony.ts',
	'mirror:make': 'mirror-make.ts',
}
