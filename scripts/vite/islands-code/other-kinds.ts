/** Stands in the islands for `tools/seal/sealed/other-kinds.ts`: whoever asks there for keys of another kind is stopped, loudly. */
throw new Error('sealing: this page carries X25519 only')
