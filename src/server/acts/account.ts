import { enrolAct } from './account/enrol.ts'
import { finishPasskeyAct } from './account/passkeys.ts'
import { removePasskeyAct } from './account/remove-passkey.ts'
import { removePassphraseAct } from './account/remove-passphrase.ts'
import { setLanguageAct } from './account/set-language.ts'
import { setPassphraseAct } from './account/set-passphrase.ts'
import { signInAct } from './account/sign-in.ts'
import { signOutEverywhereAct } from './account/sign-out-everywhere.ts'
import { signOutAct } from './account/sign-out.ts'

/** Acts of a person on their own account. */
export const accountActs = {
	language: setLanguageAct,
	passphrase: setPassphraseAct,
	removePassphrase: removePassphraseAct,
	removePasskey: removePasskeyAct,
	signOutEverywhere: signOutEverywhereAct,
}

/** Acts by which a session begins and ends. */
export const sessionActs = {
	'/desk/sign-in': { default: signInAct },
	'/desk/enrol/[token]': { default: enrolAct },
	'/desk/auth/[...path]': { POST: finishPasskeyAct },
	'/desk/sign-out': { POST: signOutAct },
}
