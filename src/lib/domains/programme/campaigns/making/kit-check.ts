/** Commands by which a partner checks a kit, with programs that every Linux has. */

/**
 * The commands, in the folder of the kit: the signature of the note by our key, the list of digests by the note, each file by the list.
 *
 * @param keyAddress - of the key, which comes from us and never from the kit
 */
export const listKitCommands = (keyAddress: string): readonly string[] => [
	`curl -O ${keyAddress}`,
	`sed '/^$/,$d' SHA256SUMS.note > note.txt`,
	`sed -n 's/^— [^ ]* //p' SHA256SUMS.note | base64 -d | tail -c 64 > note.sig`,
	'openssl pkeyutl -verify -pubin -inkey kit-key.pem -rawin -in note.txt -sigfile note.sig',
	`awk '$1 == "SHA256SUMS" { print $2 "  SHA256SUMS" }' note.txt | sha256sum -c`,
	'sha256sum --quiet -c SHA256SUMS',
]
