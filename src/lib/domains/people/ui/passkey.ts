/**
 * Passkeys in the browser, with what it brings itself: the JSON forms of WebAuthn level 3.
 * https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON
 */

/** Outcome: `unable` when the browser has no passkeys, `stopped` when the person or the device broke off. */
export type PasskeyEnd = 'done' | 'unable' | 'stopped' | 'refused'

const ask = (path: string, headers: Record<string, string>, body?: unknown): Promise<Response> =>
	fetch(`/desk/auth/passkey/${path}`, {
		...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
		headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
	})

const canDoPasskeys = (): boolean =>
	typeof PublicKeyCredential === 'function' &&
	'parseCreationOptionsFromJSON' in PublicKeyCredential &&
	// They belong to the name of the server, and the desk's own client has none.
	!('deskClient' in document.documentElement.dataset)

const finish = async (
	made: Promise<Credential | null>,
	path: string,
	headers: Record<string, string>,
	more: object = {},
): Promise<PasskeyEnd> => {
	const credential = (await made.catch(() => null)) as PublicKeyCredential | null
	if (!credential) return 'stopped'
	// What extensions answer stays here: it may be what opens a key.
	const response = { ...(credential.toJSON() as object), clientExtensionResults: {} }
	const answer = await ask(path, headers, { response, ...more })
	return answer.ok ? 'done' : 'refused'
}

/** Signs in with a passkey that the device offers. */
export const signInWithPasskey = async (): Promise<PasskeyEnd> => {
	if (!canDoPasskeys()) return 'unable'
	const begun = await ask('generate-authenticate-options', {})
	if (!begun.ok) return 'refused'
	const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({
		...((await begun.json()) as PublicKeyCredentialRequestOptionsJSON),
		userVerification: 'required',
	})
	// The server asks who somebody is, and nothing that a device computes beside.
	publicKey.extensions = {}
	return finish(navigator.credentials.get({ publicKey }), 'verify-authentication', {})
}

/**
 * Makes a passkey for whoever is signed in, or for whoever holds `invitation`, who is then signed in. `name` is what the
 * device shows beside it.
 */
export const makePasskey = async (name: string, invitation?: string): Promise<PasskeyEnd> => {
	if (!canDoPasskeys()) return 'unable'
	const headers: Record<string, string> = invitation === undefined ? {} : { 'x-thiqa-invitation': invitation }
	const begun = await ask('generate-register-options', headers)
	if (!begun.ok) return 'refused'
	const options = (await begun.json()) as PublicKeyCredentialCreationOptionsJSON
	const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON({
		...options,
		user: { ...options.user, name, displayName: name },
	})
	// Some devices give later what opens a key only to a passkey that was made for it.
	publicKey.extensions = { prf: {} }
	return finish(navigator.credentials.create({ publicKey }), 'verify-registration', headers, {
		createSession: invitation !== undefined,
	})
}
