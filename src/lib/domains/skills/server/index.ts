/** Skills on the server: the content as it was built, and certificates signed with the key of this installation. */
export { getCertificateKey } from './certificate-key-store.ts'
export { skills } from './library.ts'
export { makeCertificate } from './make-certificate.ts'
