/** A person's key as their own browser gets it: closed, with every way to open it. */
import type { AnalystKey } from './secrets/analyst-key.ts'
import type { DailyWrap } from './secrets/daily-wrap.ts'

/** A lock for every day as it is stored; `passkey`: id of the passkey at sign-in. */
export type StoredUnlock = DailyWrap & { id: string; passkey: string | undefined; madeHour: Date }

/** A passkey of a person that could open their key; `credential` is its own id. No secret, no public key. */
export type UnlockPasskey = { id: string; credential: string; name: string | undefined }

export type OwnKey = AnalystKey & { person: string; unlocks: readonly StoredUnlock[] }
