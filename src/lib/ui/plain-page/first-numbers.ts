/**
 * Numbers to press wherever danger may be, in this order: police, gendarmerie, rescue, and beside them the one that listens to
 * children. For pages that must work when no content can be read; all others take the same doors out of the contacts, and a test
 * holds the two together.
 */
export const firstNumbers = ['19', '177', '15', '2511'] as const
