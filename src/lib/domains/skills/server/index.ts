/** Skills on the server: the content as it was built, certificates signed with this installation's key, tallies of a class. */
export { getCertificateKey, type CertificateKeyTables } from './certificate-key-store.ts'
export { skills } from './library.ts'
export { makeCertificate } from './make-certificate.ts'
export { openTallyFile, type TallyFile } from './tally-file.ts'
