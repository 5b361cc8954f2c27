/**
 * The certificate: a signed statement without a name, made on the server and checked anywhere without a network. A door of its
 * own, so that a phone loads it without the rest of the room.
 */
export { makeSerial, readCertificate, signCertificate } from './certificate.ts'
