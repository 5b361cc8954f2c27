import { minute, ok, type Result } from '#base'
import type { UnlockedKey } from './secrets/analyst-key.ts'
import { openEpoch, type EpochKey, type OpenEpoch, type SecretRefusal } from './secrets/group-secret.ts'

/** Time that a key stays open without use, in milliseconds. */
export const lockAfter = 15 * minute

type Listener = (key: UnlockedKey | undefined) => void
type Timer = ReturnType<typeof setTimeout>

/** Keys that are open in this tab. `subscribe` is the contract of Svelte's stores: `$keyring` is the key, or `undefined`. */
export type Keyring = {
	subscribe: (listener: Listener) => () => void
	/** Takes the person's key that `opening` opens, by whatever way. Refuses as it does; what was open then stays. */
	unlock: <Code extends string>(
		opening: Promise<Result<UnlockedKey, Code>>,
	) => Promise<Result<UnlockedKey, Code>>
	/** The person's key, which counts as use; `undefined` while it is closed. */
	use: () => UnlockedKey | undefined
	/** An epoch by its wrap, opened once and then remembered. Refuses as `openEpoch()` does; `undefined` while closed. */
	openEpoch: (key: EpochKey, wrap: Uint8Array) => Promise<Result<OpenEpoch, SecretRefusal> | undefined>
	/** Forgets everything that is open. */
	lock: () => void
}

/** Makes a keyring: in memory only, closed again after {@link lockAfter} without use. */
export const createKeyring = (): Keyring => {
	const listeners = new Set<Listener>()
	const epochs = new Map<string, OpenEpoch>()
	let open: UnlockedKey | undefined
	let timer: Timer | undefined
	const set = (key: UnlockedKey | undefined): void => {
		open = key
		for (const listener of listeners) listener(key)
	}
	const lock = (): void => {
		clearTimeout(timer)
		epochs.clear()
		set(undefined)
	}
	const touch = (): void => {
		clearTimeout(timer)
		timer = setTimeout(lock, lockAfter)
	}
	const use = (): UnlockedKey | undefined => {
		if (open) touch()
		return open
	}
	return {
		lock,
		use,
		subscribe: (listener) => {
			listeners.add(listener)
			listener(open)
			return () => listeners.delete(listener)
		},
		unlock: async (opening) => {
			const unlocked = await opening
			if (!unlocked.ok) return unlocked
			lock()
			set(unlocked.value)
			touch()
			return unlocked
		},
		openEpoch: async (key, wrap) => {
			const own = use()
			if (!own) return undefined
			const known = epochs.get(key.id)
			if (known) return ok(known)
			const opened = await openEpoch(wrap, own.identity, key)
			// Whoever locked in the meantime gets nothing put back.
			if (opened.ok && open === own) epochs.set(key.id, opened.value)
			return opened
		},
	}
}

/** The keyring of this tab. */
export const keyring: Keyring = createKeyring()
