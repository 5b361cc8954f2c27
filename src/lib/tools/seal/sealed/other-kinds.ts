/** Keys of other kinds than X25519: passphrases, and the hybrid with ML-KEM-768. Fetched where one is used; no report needs it today. */
export { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
