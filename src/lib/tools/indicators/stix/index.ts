/**
 * STIX 2.1, the part that lists to block by need: objects written, objects of others read with caps, patterns of one comparison, markings of
 * TLP 2.0 (https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html).
 */
export { writeMarking } from './marking.ts'
export { readPattern, writePattern, type PatternKind } from './pattern.ts'
export { readObject } from './read-object.ts'
export { writeIdentity, writeIndicator, writePdqExtension } from './write-object.ts'
export type { StixObject } from './stix-object.ts'
