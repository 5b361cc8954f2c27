/** Stands in the islands where code of age stood that they never use. Whoever uses it after all is stopped, loudly. */
const stop = (): never => {
	throw new Error('sealing: this page carries X25519 only')
}

/** Can be made, so that it fails where it is used: a key of another kind is no wrong key. */
const unusable = new Proxy({}, { get: stop })
const absent = new Proxy(Object, { get: stop, apply: stop, construct: () => unusable })

export {
	absent as HybridIdentity,
	absent as HybridRecipient,
	absent as HybridTagRecipient,
	absent as MLKEM768P256,
	absent as MLKEM768X25519,
	absent as p256,
	absent as scrypt,
	absent as ScryptIdentity,
	absent as ScryptRecipient,
	absent as TagRecipient,
}
