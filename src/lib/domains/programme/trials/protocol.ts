import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { toCanonicalJson } from '#tools/files/canonical-json'
import type { Protocol } from './trial.ts'

/** SHA-256 of a protocol as canonical JSON, hex: what the public record holds before anything is measured. */
export const hashProtocol = ({ region, ...protocol }: Protocol): string =>
	bytesToHex(sha256(utf8ToBytes(toCanonicalJson({ ...protocol, region: region ?? null }))))
