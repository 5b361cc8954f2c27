/**
 * What the page of a trainer keeps on a phone: everything sealed with a key of the browser that cannot be copied out of it. It helps against who
 * reads the disk, not against who unlocks the phone.
 */

const [name, version] = ['thiqa-field', 1]

export type TrainerStore = {
	find: <Value>(id: string) => Promise<Value | undefined>
	put: (id: string, value: unknown) => Promise<void>
	remove: (id: string) => Promise<void>
	/** Everything whose id begins so. */
	list: <Value>(start: string) => Promise<Value[]>
	/** False where nothing outlives the page. */
	isKept: boolean
}

type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

const asked = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
	new Promise((resolve, reject) => {
		request.addEventListener('success', () => resolve(request.result))
		request.addEventListener('error', () => reject(request.error ?? new Error('asking the store')))
	})

const done = (transaction: IDBTransaction): Promise<void> =>
	new Promise((resolve, reject) => {
		transaction.addEventListener('complete', () => resolve())
		for (const fault of ['abort', 'error'] as const)
			transaction.addEventListener(fault, () =>
				reject(transaction.error ?? new Error('writing to the store')),
			)
	})

const openDatabase = (): Promise<IDBDatabase> => {
	const request = indexedDB.open(name, version)
	request.addEventListener('upgradeneeded', () => {
		request.result.createObjectStore('key')
		request.result.createObjectStore('thing')
	})
	return asked(request)
}

/** The key of this browser, made at first use: two tabs that make one at once get the first. */
const openKey = async (database: IDBDatabase): Promise<CryptoKey> => {
	const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
		'encrypt',
		'decrypt',
	])
	const transaction = database.transaction('key', 'readwrite', { durability: 'strict' })
	const keys = transaction.objectStore('key')
	const known = (await asked(keys.get('own'))) as CryptoKey | undefined
	if (!known) keys.put(made, 'own')
	await done(transaction)
	return known ?? made
}

const seal = async (key: CryptoKey, value: unknown): Promise<Sealed> => {
	const iv = crypto.getRandomValues(new Uint8Array(12))
	const text = new TextEncoder().encode(JSON.stringify(value))
	return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text) }
}

const unseal = async <Value>(key: CryptoKey, { iv, bytes }: Sealed): Promise<Value> => {
	const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes)
	return JSON.parse(new TextDecoder().decode(text)) as Value
}

const openKept = async (): Promise<TrainerStore> => {
	const database = await openDatabase()
	const key = await openKey(database)
	const write = async (change: (things: IDBObjectStore) => void): Promise<void> => {
		const transaction = database.transaction('thing', 'readwrite', { durability: 'strict' })
		change(transaction.objectStore('thing'))
		await done(transaction)
	}
	const read = () => database.transaction('thing').objectStore('thing')
	return {
		isKept: true,
		find: async <Value>(id: string) => {
			const found = (await asked(read().get(id))) as Sealed | undefined
			return found && unseal<Value>(key, found)
		},
		put: async (id, value) => {
			const sealed = await seal(key, value)
			await write((things) => things.put(sealed, id))
		},
		remove: (id) => write((things) => things.delete(id)),
		list: async <Value>(start: string) => {
			const all = (await asked(read().getAll(IDBKeyRange.bound(start, `${start}\uffff`)))) as Sealed[]
			return Promise.all(all.map((one) => unseal<Value>(key, one)))
		},
	}
}

/** In memory only, where the browser keeps nothing. */
const openLoose = (): TrainerStore => {
	const things = new Map<string, string>()
	return {
		isKept: false,
		find: <Value>(id: string) => {
			const text = things.get(id)
			return Promise.resolve(text === undefined ? undefined : (JSON.parse(text) as Value))
		},
		put: (id, value) => Promise.resolve(void things.set(id, JSON.stringify(value))),
		remove: (id) => Promise.resolve(void things.delete(id)),
		list: <Value>(start: string) =>
			Promise.resolve(
				[...things].flatMap(([id, text]) => (id.startsWith(start) ? [JSON.parse(text) as Value] : [])),
			),
	}
}

/** Opens what this phone keeps, and asks the browser not to delete it. */
export const openTrainerStore = async (): Promise<TrainerStore> => {
	try {
		const store = await openKept()
		void navigator.storage.persist().catch(() => false)
		return store
	} catch {
		return openLoose()
	}
}
